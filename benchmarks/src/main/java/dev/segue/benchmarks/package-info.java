/** What an event costs: the session rule alone, and whole pipelines from Kafka to Kafka. */
package dev.segue.benchmarks;
