package dev.segue.app.demo;

import java.util.List;

/**
 * What the output topics have told so far.
 *
 * @param revisions how many revisions of sessions there were
 * @param open sessions that stand and still run
 * @param closed sessions that stand and have ended
 * @param corrected sessions that changed after they had first ended, or began as a correction
 * @param superseded session ids that stand no more
 * @param late records of the late topic
 * @param deadLetters records of the dead-letter topic
 * @param account of the newest checkpoint of which all parts have reported
 * @param lagMs from append to reading, of the part that is furthest behind; -1 before anyone knows
 * @param running the latest early revisions in words, oldest first
 * @param told the latest other revisions in words, oldest first
 */
record Seen(
        long revisions,
        long open,
        long closed,
        long corrected,
        long superseded,
        long late,
        long deadLetters,
        Reckoning account,
        long lagMs,
        List<String> running,
        List<String> told) {

    static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, 0, 0, Reckoning.NOTHING, -1, List.of(), List.of());

    Seen {
        running = List.copyOf(running);
        told = List.copyOf(told);
    }
}
