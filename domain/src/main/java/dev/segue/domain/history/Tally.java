package dev.segue.domain.history;

import dev.segue.domain.playback.EndReason;

/** Adds up plays. */
final class Tally {

    private long plays;
    private long skips;
    private long unexplained;
    private long playedMs;

    void add(Heard play) {
        plays++;
        skips += play.endReason().isListenersChoice() ? 1 : 0;
        unexplained += play.endReason() == EndReason.UNKNOWN ? 1 : 0;
        playedMs += play.playedMs();
    }

    <T> Standing<T> of(T what) {
        return new Standing<>(what, plays, skips, unexplained, playedMs);
    }
}
