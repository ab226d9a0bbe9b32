package dev.segue.domain.kpi;

import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** One number of a KPI row that can be watched. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Kpi {
    /** Different listeners. */
    LISTENERS(Measure.COUNT, KpiRow::listeners, KpiRow::listeners),
    /** Sessions. */
    SESSIONS(
            Measure.COUNT, row -> row.numbers().sessions(), row -> row.numbers().sessions()),
    /** Listened time, in milliseconds. */
    LISTENED_TIME(
            Measure.SUM, row -> row.numbers().listenedMs(), row -> row.numbers().sessions()),
    /** Mean songs of a run. */
    SONGS_PER_RUN(Measure.MEAN, row -> row.numbers().songsInRuns(), row -> row.numbers()
            .runs()),
    /** Share of plays that were skipped, 0 to 1. */
    SKIP_RATE(Measure.SHARE, row -> row.numbers().skips().total(), row -> row.numbers()
            .plays()),
    /** Share of runs that were abandoned, 0 to 1. */
    ABANDONED_RUNS(Measure.SHARE, row -> row.numbers().abandonedRuns(), row -> row.numbers()
            .runs());

    private final Measure measure;
    private final ToLongFunction<KpiRow> amount;
    private final ToIntFunction<KpiRow> sample;

    Kpi(Measure measure, ToLongFunction<KpiRow> amount, ToIntFunction<KpiRow> sample) {
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
        /** An amount over its sample that spreads as widely as its mean, as an exponential does. */
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
}
