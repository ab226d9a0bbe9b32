/** The compose file against our own commands, configurations and versions. */
package dev.segue.deploy.compose;
