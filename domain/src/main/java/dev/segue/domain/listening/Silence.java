package dev.segue.domain.listening;

import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.List;

/** Finds the interruptions of a session: the silence between its plays. */
public final class Silence {

    private final List<PlaybackEvent> pauses;
    private final ListeningRules rules;
    private int nextPause;
    private int paused;
    private int stalled;
    private int silent;
    private long totalMs;

    private Silence(List<PlaybackEvent> pauses, ListeningRules rules) {
        this.pauses = pauses;
        this.rules = rules;
    }

    /**
     * The interruptions between two points in time.
     *
     * @param sound when anything sounded
     * @param pauses the pauses (and resumes, which are ignored), in order of time
     */
    public static Interruptions in(
            long from, long to, Stretches sound, List<PlaybackEvent> pauses, ListeningRules rules) {
        Silence silence = new Silence(pauses, rules);
        long quietSince = from;
        int stretches = sound.count();
        for (int i = 0; i < stretches && quietSince < to; i++) {
            silence.stretch(quietSince, Math.min(sound.start(i), to));
            quietSince = Math.max(quietSince, sound.end(i));
        }
        silence.stretch(quietSince, to);
        return new Interruptions(silence.paused, silence.stalled, silence.silent, silence.totalMs);
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
