/**
 * Compares sessionizers of five kinds on the same simulated days, by the planned sessions that each finds:
 * {@link Comparison} runs it, {@link Staged} is the input, {@link Sessionizer} a contender, {@link Fate} the verdict on
 * a session.
 */
package dev.segue.benchmarks.comparison;
