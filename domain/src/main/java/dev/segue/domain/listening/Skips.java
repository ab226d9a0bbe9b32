package dev.segue.domain.listening;

import java.util.List;

/** How many plays the listener left before their end, by class. */
public record Skips(int quick, int early, int late) {

    public static final Skips NONE = new Skips(0, 0, 0);

    /** The skips among {@code plays}. */
    public static Skips in(List<Play> plays, ListeningRules rules) {
        Skips skips = NONE;
        for (Play play : plays) {
            skips = skips.with(play, rules);
        }
        return skips;
    }

    /** These, with one more play. */
    public Skips with(Play play, ListeningRules rules) {
        if (!play.isSkip()) {
            return this;
        }
        return switch (play.skipClass(rules)) {
            case QUICK -> new Skips(quick + 1, early, late);
            case EARLY -> new Skips(quick, early + 1, late);
            case LATE -> new Skips(quick, early, late + 1);
        };
    }

    public int total() {
        return quick + early + late;
    }
}
