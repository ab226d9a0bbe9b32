/** The signal rule alone, on one core, by JMH. */
package dev.segue.benchmarks.signal;
