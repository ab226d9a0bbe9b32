package dev.segue.benchmarks.peers;

/**
 * What all contenders say about a session.
 *
 * @param endedAt in epoch milliseconds
 * @param plays number of plays; negative when a contender says one number and lists another
 */
record Totals(long endedAt, long plays, long listenedMs) {}
