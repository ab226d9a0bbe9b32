/** Synthetic input for the benchmarks. */
package dev.segue.benchmarks.history;
