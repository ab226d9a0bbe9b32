/**
 * What an event costs: the session rule alone, and whole pipelines from Kafka to Kafka. And what other sessionizers make of
 * the same events.
 */
package dev.segue.benchmarks;
