/** Tests any implementation of sessions: plays deliveries to it, and checks everything that it emits. */
package dev.segue.domain.proof;
