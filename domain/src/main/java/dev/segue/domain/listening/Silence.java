package dev.segue.domain.listening;

import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.List;

/** Finds the interruptions of a session, from its beginning on: the silence between its plays. */
public final class Silence {

    private final ListeningRules rules;
    private List<PlaybackEvent> pauses = List.of();
    private int nextPause;
    private long quietSince;
    private int paused;
    private int stalled;
    private int silent;
    private long totalMs;

    /**
     * Continues.
     *
     * @param quietSince the end of the last sound so far; at first, when the session began
     * @param before the interruptions until then
     */
    public Silence(long quietSince, Interruptions before, ListeningRules rules) {
        this.rules = rules;
        this.quietSince = quietSince;
        this.paused = before.paused();
        this.stalled = before.stalled();
        this.silent = before.silent();
        this.totalMs = before.totalMs();
    }

    /** The end of the last sound so far. */
    public long quietSince() {
        return quietSince;
    }

    /** The interruptions until then. */
    public Interruptions interruptions() {
        return new Interruptions(paused, stalled, silent, totalMs);
    }

    /**
     * Goes on to the end of the last sound that begins before {@code until}.
     *
     * @param sound when anything sounded, from the last step on; no sound that is added later may begin before {@code until}
     * @param pausesInOrder the pauses (and resumes, which are ignored) from the last step on, in order of time
     */
    public void advance(long until, Stretches sound, List<PlaybackEvent> pausesInOrder) {
        pauses = pausesInOrder;
        nextPause = 0;
        int stretches = sound.count();
        for (int i = 0; i < stretches && sound.start(i) < until; i++) {
            stretch(quietSince, sound.start(i));
            quietSince = Math.max(quietSince, sound.end(i));
        }
    }

    /** Goes on to the end of the session; see {@link #advance}. */
    public void end(long endedAt, Stretches sound, List<PlaybackEvent> pausesInOrder) {
        advance(endedAt, sound, pausesInOrder);
        stretch(quietSince, endedAt);
    }

    private void stretch(long from, long to) {
        if (to <= from) {
            return;
        }
        PlaybackPaused began = firstPause(from, to);
        if (began == null && to - from < rules.interruptionMs()) {
            return;
        }
        if (began == null) {
            silent++;
        } else if (began.cause() == PauseCause.STALL) {
            stalled++;
        } else {
            paused++;
        }
        totalMs += to - from;
    }

    private PlaybackPaused firstPause(long from, long before) {
        for (; nextPause < pauses.size(); nextPause++) {
            PlaybackEvent pause = pauses.get(nextPause);
            if (pause.occurredAt() >= before) {
                return null;
            }
            if (pause.occurredAt() >= from && pause.detail() instanceof PlaybackPaused found) {
                return found;
            }
        }
        return null;
    }
}
