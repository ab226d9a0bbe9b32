package dev.segue.domain.listening;

import java.util.List;

/** How many plays the listener left before their end, by class. */
public record Skips(int quick, int early, int late) {

    public static final Skips NONE = new Skips(0, 0, 0);

    /** The skips among {@code plays}. */
    public static Skips in(List<Play> plays, ListeningRules rules) {
        int quick = 0;
        int early = 0;
        int late = 0;
        for (Play play : plays) {
            if (play.isSkip()) {
                switch (play.skipClass(rules)) {
                    case QUICK -> quick++;
                    case EARLY -> early++;
                    case LATE -> late++;
                }
            }
        }
        return new Skips(quick, early, late);
    }

    public int total() {
        return quick + early + late;
    }
}
