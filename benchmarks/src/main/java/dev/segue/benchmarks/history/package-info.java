/** What the benchmarks listen to. */
package dev.segue.benchmarks.history;
