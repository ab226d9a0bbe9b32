/**
 * {@code segue simulate}: a simulated audience, whose devices report events late, twice, with wrong clocks or garbled,
 * and the plan of what must result. Everything follows from a scenario. Independent of the listening rules.
 */
package dev.segue.simulator;
