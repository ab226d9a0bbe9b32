/**
 * {@code segue simulate}: an invented audience, whose devices report it late, twice, by wrong clocks or garbled, and the
 * plan of what must come of it. Everything follows from a scenario. Knows nothing of the rules of listening.
 */
package dev.segue.simulator;
