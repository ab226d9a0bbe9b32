package dev.segue.domain.listening;

import java.util.List;

/** How long music sounded: the length of the union of the plays' intervals, so two devices at once count once. */
public final class ListenedTime {

    private ListenedTime() {}

    /** The listened time of {@code plays}, in milliseconds. */
    public static long of(List<Play> plays) {
        Stretches sound = new Stretches();
        for (Play play : plays) {
            sound.add(play.soundedFrom(), play.endedAt());
        }
        return sound.length();
    }
}
