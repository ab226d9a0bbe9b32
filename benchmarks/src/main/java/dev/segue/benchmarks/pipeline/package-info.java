/**
 * Measures the cost of whole pipelines from Kafka to Kafka, each in a process of its own: {@link PipelineBenchmark}
 * runs them, {@link Side} lists them, {@link SideRun} is one run of one of them.
 */
package dev.segue.benchmarks.pipeline;
