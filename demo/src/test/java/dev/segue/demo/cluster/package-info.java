/**
 * A cluster of processes whose parts die, freeze and come back while the jobs catch up with weeks of listening: Flink
 * with high availability, Kafka, a schema registry, and jobs that are submitted as users submit them. {@code
 * .ci/cluster} runs it.
 */
package dev.segue.demo.cluster;
