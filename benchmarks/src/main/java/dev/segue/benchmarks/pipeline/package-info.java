/**
 * Whole pipelines from Kafka to Kafka, each in a process of its own, and what they cost: {@link PipelineBenchmark} runs
 * them, {@link Side} says which there are, {@link SideRun} is one run of one of them.
 */
package dev.segue.benchmarks.pipeline;
