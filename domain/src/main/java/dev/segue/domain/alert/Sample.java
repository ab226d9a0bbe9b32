package dev.segue.domain.alert;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;

/** What a KPI rests on, and how far chance alone moves it. */
public final class Sample {

    /** Of the median of normal samples, over that of their mean, when there are many: pi / 2. */
    private static final double VARIANCE_OF_MEDIAN = Math.PI / 2;

    private Sample() {}

    /** Whether it counts, so that a row that is missing means none; otherwise it is a share or a mean. */
    public static boolean counts(Kpi kpi) {
        return switch (kpi) {
            case LISTENERS, SESSIONS, LISTENED_TIME -> true;
            case SONGS_PER_RUN, SKIP_RATE, ABANDONED_RUNS -> false;
        };
    }

    /** Whether none of it is a value like others: a share of what is there. Of nothing that is counted nothing can be said. */
    static boolean canBeNone(Kpi kpi) {
        return switch (kpi) {
            case SKIP_RATE, ABANDONED_RUNS -> true;
            case LISTENERS, SESSIONS, LISTENED_TIME, SONGS_PER_RUN -> false;
        };
    }

    /** How many of what it rests on are in a row. */
    static int of(Kpi kpi, KpiRow row) {
        return switch (kpi) {
            case LISTENERS -> row.listeners();
            case SESSIONS, LISTENED_TIME -> row.sessions();
            case SONGS_PER_RUN, ABANDONED_RUNS -> row.runs();
            case SKIP_RATE -> row.plays();
        };
    }

    /** How many a comparison rests on: of a share or a mean, not more than the hour itself does. */
    static double behind(Kpi kpi, Usual usual, Reading reading) {
        return counts(kpi) ? usual.sample() : Math.min(usual.sample(), reading.sample());
    }

    /**
     * The standard deviation by chance alone of the difference between an hour and the median of {@code weeks} hours like
     * it. Counts are Poisson; lengths of sessions, and songs of runs, spread as widely as their mean (as an exponential
     * does), so a sum of them varies twice as much as their count; shares are binomial.
     *
     * @param usual the median
     * @param sample how many it rests on
     */
    static double countingError(Kpi kpi, double usual, double sample, int weeks) {
        double n = Math.max(1, sample);
        double variance =
                switch (kpi) {
                    case LISTENERS, SESSIONS -> usual * usual / n;
                    case LISTENED_TIME -> 2 * usual * usual / n;
                    case SONGS_PER_RUN -> usual * usual / n;
                    case SKIP_RATE, ABANDONED_RUNS -> Math.max(usual * (1 - usual), 1 / n) / n;
                };
        return Math.sqrt(variance * (1 + VARIANCE_OF_MEDIAN / weeks));
    }
}
