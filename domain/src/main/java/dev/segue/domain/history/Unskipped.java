package dev.segue.domain.history;

/**
 * Songs in a row, within one session, without a skip between them.
 *
 * @param startedAt when the first began to sound, in epoch milliseconds
 * @param songs how many counted plays; shorter ones that were not skipped neither count nor end it
 * @param playedMs for how long these sounded, in milliseconds
 */
public record Unskipped(long startedAt, int songs, long playedMs) {}
