package dev.segue.domain.kpi;

import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** One number of a KPI row that can be watched. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Kpi {
    /** Different listeners. */
    LISTENERS("The number of listeners", Measure.COUNT, KpiRow::listeners, KpiRow::listeners),
    /** Sessions. */
    SESSIONS("The number of sessions", Measure.COUNT, amount(KpiNumbers::sessions), sample(KpiNumbers::sessions)),
    /** Listened time, in milliseconds. */
    LISTENED_TIME("Listened time", Measure.SUM, amount(KpiNumbers::listenedMs), sample(KpiNumbers::sessions)),
    /** Mean songs of a run. */
    SONGS_PER_RUN(
            "The number of songs per run", Measure.MEAN, amount(KpiNumbers::songsInRuns), sample(KpiNumbers::runs)),
    /** Share of plays that were skipped, 0 to 1. */
    SKIP_RATE("The skip rate", Measure.SHARE, amount(numbers -> numbers.skips().total()), sample(KpiNumbers::plays)),
    /** Share of runs that were abandoned, 0 to 1. */
    ABANDONED_RUNS(
            "The share of abandoned runs", Measure.SHARE, amount(KpiNumbers::abandonedRuns), sample(KpiNumbers::runs)),
    /** Mean listened time of a listener, in milliseconds. */
    TIME_PER_LISTENER("Listened time per listener", Measure.MEAN, amount(KpiNumbers::listenedMs), KpiRow::listeners),
    /** Share of listeners with at least two sessions, 0 to 1. */
    RETURNING_LISTENERS(
            "The share of returning listeners", Measure.SHARE, KpiRow::returningListeners, KpiRow::listeners);

    private final String title;
    private final Measure measure;
    private final ToLongFunction<KpiRow> amount;
    private final ToIntFunction<KpiRow> sample;

    Kpi(String title, Measure measure, ToLongFunction<KpiRow> amount, ToIntFunction<KpiRow> sample) {
        this.title = title;
        this.measure = measure;
        this.amount = amount;
        this.sample = sample;
    }

    /** What kind of number a KPI is. It decides what a missing row means, and how far chance alone moves it. */
    public enum Measure {
        /** So many of its sample; Poisson. */
        COUNT(true, false) {
            @Override
            double variance(double value, double sample) {
                return value * value / sample;
            }
        },
        /** An amount of time over its sample, in milliseconds, that spreads as widely as its mean, as an exponential does. */
        SUM(true, false) {
            @Override
            double variance(double value, double sample) {
                return 2 * value * value / sample;
            }
        },
        /** The mean of its sample, which spreads as widely as that mean. */
        MEAN(false, false) {
            @Override
            double variance(double value, double sample) {
                return value * value / sample;
            }
        },
        /** The share of its sample, 0 to 1; binomial. */
        SHARE(false, true) {
            @Override
            double variance(double value, double sample) {
                return Math.max(value * (1 - value), 1 / sample) / sample;
            }
        };

        private final boolean counts;
        private final boolean canBeZero;

        Measure(boolean counts, boolean canBeZero) {
            this.counts = counts;
            this.canBeZero = canBeZero;
        }

        /** By chance alone. */
        abstract double variance(double value, double sample);
    }

    /** What it is called in a sentence. */
    public String title() {
        return title;
    }

    public Measure measure() {
        return measure;
    }

    /** Whether it counts, so that a missing row means zero; otherwise it is a share or a mean. */
    public boolean counts() {
        return measure.counts;
    }

    /** Whether zero is a value like others: a share of what is there. About a count of zero nothing can be said. */
    public boolean canBeZero() {
        return measure.canBeZero;
    }

    /** Whether lower is better: fewer skips, and fewer abandoned runs. */
    public boolean lowerIsBetter() {
        return this == SKIP_RATE || this == ABANDONED_RUNS;
    }

    /** Its value in a row; empty when nothing was counted that it is a share or mean of. */
    public OptionalDouble of(KpiRow row) {
        double value = amount.applyAsLong(row);
        if (counts()) {
            return OptionalDouble.of(value);
        }
        int whole = sample(row);
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / whole);
    }

    /** How many listeners, sessions, runs or plays it rests on in a row. */
    public int sample(KpiRow row) {
        return sample.applyAsInt(row);
    }

    /**
     * Its variance by chance alone: counts are Poisson, sums and means spread as an exponential does, shares are binomial.
     *
     * @param value in its own unit
     * @param sample how many it rests on; at least 1
     */
    public double variance(double value, double sample) {
        return measure.variance(value, sample);
    }

    private static ToLongFunction<KpiRow> amount(ToLongFunction<KpiNumbers> amount) {
        return row -> amount.applyAsLong(row.numbers());
    }

    private static ToIntFunction<KpiRow> sample(ToIntFunction<KpiNumbers> sample) {
        return row -> sample.applyAsInt(row.numbers());
    }
}
