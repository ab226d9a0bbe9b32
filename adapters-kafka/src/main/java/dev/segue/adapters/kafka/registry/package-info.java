/** Schemas by their ids, from any registry that speaks Confluent's REST interface. */
package dev.segue.adapters.kafka.registry;
