/** Schemas by id, from any registry with Confluent's REST interface. */
package dev.segue.adapters.kafka.registry;
