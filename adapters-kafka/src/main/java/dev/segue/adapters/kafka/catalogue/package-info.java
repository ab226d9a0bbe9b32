/** The track catalogue: each task manager reads it once from its topic into memory. */
package dev.segue.adapters.kafka.catalogue;
