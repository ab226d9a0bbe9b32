/** What a program is allowed to do on a cluster: the rights it needs, as ACLs, and whether its user has them. */
package dev.segue.adapters.kafka.access;
