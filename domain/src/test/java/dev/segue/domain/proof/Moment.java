package dev.segue.domain.proof;

/**
 * The clocks in a trial. The closing clock is only known as a range: silence counts only after a short while, and after
 * a restart only from when the clocks were first read.
 *
 * @param before the acceptance clock at the previous step
 * @param acceptance the acceptance clock
 * @param closing the earliest possible closing clock
 * @param latestClosing the latest possible closing clock
 * @param highestClosing the latest possible closing clock so far
 * @param silent whether only the wall clock advanced
 */
record Moment(long before, long acceptance, long closing, long latestClosing, long highestClosing, boolean silent) {}
