/**
 * Measures what other systems take for sessions of the same events, and compares what they find with the batch
 * reference: {@link PeersBenchmark} runs them, {@link Contender} lists them, {@link Workload} lists what they read.
 */
package dev.segue.benchmarks.peers;
