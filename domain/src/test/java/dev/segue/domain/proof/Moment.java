package dev.segue.domain.proof;

/**
 * What time it is in a trial. The closing clock may be between two times: silence counts only once it has lasted a
 * little, and after a restart only from when the clocks were first looked at.
 *
 * @param before the acceptance clock at the step before
 * @param acceptance the acceptance clock
 * @param closing the earliest that it can be by the closing clock
 * @param latestClosing the latest that it can be by the closing clock
 * @param highestClosing the latest that it can ever have been by the closing clock
 * @param silent whether only the wall clock went on
 */
record Moment(long before, long acceptance, long closing, long latestClosing, long highestClosing, boolean silent) {}
