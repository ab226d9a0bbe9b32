/**
 * Measures what an event costs, for the session rule alone and for whole pipelines from Kafka to Kafka; and compares
 * Segue with other sessionizers and detectors.
 */
package dev.segue.benchmarks;
