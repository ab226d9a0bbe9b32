/** The track catalogue, read from its topic into the memory of every task manager, once. */
package dev.segue.adapters.kafka.catalogue;
