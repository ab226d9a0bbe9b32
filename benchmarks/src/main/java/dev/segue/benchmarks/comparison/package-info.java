/**
 * The same simulated days through sessionizers of five kinds, and what each makes of the sessions that were planned:
 * {@link Comparison} runs it, {@link Staged} is what they get, {@link Sessionizer} what they are, {@link Fate} how they are
 * judged.
 */
package dev.segue.benchmarks.comparison;
