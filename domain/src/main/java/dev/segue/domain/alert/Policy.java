package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is watched, and when it becomes an incident.
 *
 * @param name unique among policies
 * @param subjects whose KPI is watched
 * @param countries ISO 3166-1 alpha-2; empty means all
 * @param directions in which directions it must be unusual
 * @param opensPast an hour is unusual when its score is higher
 * @param closesBelow an hour is calm when its score is lower
 * @param leastSample how many listeners, sessions, runs or plays the baseline must be based on; from 1
 * @param leastEffect how far from its baseline an hour must be to be unusual, as a share of the larger of both: 0.33 is
 *     33 % below the baseline, or 49 % above it; less than half of it is calm, whatever the score
 * @param consecutive how many evaluations in a row must find unusual, or calm, to open or close an incident; from 1
 */
public record Policy(
        String name,
        Kpi kpi,
        WatchedSubjects subjects,
        Set<String> countries,
        Set<Direction> directions,
        double opensPast,
        double closesBelow,
        int leastSample,
        double leastEffect,
        int consecutive)
        implements Serializable {

    /**
     * Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993): a modified z-score above this is an outlier.
     */
    public static final double USUAL_OPENS_PAST = 3.5;

    public static final double USUAL_CLOSES_BELOW = 2.5;

    /**
     * For counts: with this many, a halving is distinguishable from chance alone, which moves listened time by a tenth.
     */
    public static final int USUAL_LEAST_COUNTED = 200;

    /** For shares and means: how many items they must be taken over. */
    public static final int USUAL_LEAST_SHARED = 50;

    public static final double USUAL_LEAST_EFFECT = 0.33;
    public static final int USUAL_CONSECUTIVE = 2;

    /** Without a configuration: listened time in both directions, and runs that are shorter than usual. */
    public static final List<Policy> DEFAULTS = List.of(
            of("listened-time", Kpi.LISTENED_TIME),
            of("songs-per-run", Kpi.SONGS_PER_RUN).towards(Set.of(Direction.LOWER)));

    public Policy {
        requireNonNull(name, "name");
        requireNonNull(kpi, "kpi");
        requireNonNull(subjects, "subjects");
        countries = Set.copyOf(countries);
        directions = Set.copyOf(directions);
        requirePositive("opensPast", opensPast);
        requirePositive("closesBelow", closesBelow);
        requirePositive("leastSample", leastSample);
        requirePositive("consecutive", consecutive);
        if (closesBelow > opensPast) {
            throw new IllegalArgumentException(
                    "closesBelow must not exceed opensPast, but is " + closesBelow + " > " + opensPast);
        }
        if (!(leastEffect >= 0)) {
            throw new IllegalArgumentException("leastEffect must not be negative, but is " + leastEffect);
        }
        if (directions.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least one direction");
        }
    }

    /** The default policy for a KPI: all listening and every playlist, in every country, in both directions. */
    public static Policy of(String name, Kpi kpi) {
        return new Policy(
                name,
                kpi,
                WatchedSubjects.USUAL,
                Set.of(),
                Set.of(Direction.LOWER, Direction.HIGHER),
                USUAL_OPENS_PAST,
                USUAL_CLOSES_BELOW,
                usualLeastSample(kpi),
                USUAL_LEAST_EFFECT,
                USUAL_CONSECUTIVE);
    }

    /** The default minimum sample of a policy for this KPI. */
    public static int usualLeastSample(Kpi kpi) {
        return kpi.counts() ? USUAL_LEAST_COUNTED : USUAL_LEAST_SHARED;
    }

    /** This policy, limited to these directions. */
    public Policy towards(Set<Direction> only) {
        return new Policy(
                name, kpi, subjects, countries, only, opensPast, closesBelow, leastSample, leastEffect, consecutive);
    }

    /** Null means all countries together. */
    boolean watchesCountry(String country) {
        return countries.isEmpty() || (country != null && countries.contains(country));
    }

    /** Whether such an hour is unusual. */
    boolean isUnusual(Evaluation hour) {
        return hour.score() > opensPast && hour.effect() >= leastEffect && directions.contains(hour.direction());
    }

    /**
     * How far a value is from its baseline, judged by itself: without the spread of the other hours of its series.
     *
     * @return empty when it is calm, in either direction, or rests on too small a sample
     */
    public Optional<Evaluation> remarkable(Reading reading, Usual usual) {
        double sample = Sample.behind(kpi, usual, reading);
        if (!usual.speaksFor(kpi) || sample < leastSample) {
            return Optional.empty();
        }
        Evaluation found = Evaluation.of(kpi, reading.value(), sample, usual, 0);
        return isCalm(found, found.direction()) ? Optional.empty() : Optional.of(found);
    }

    /** The lowest value that is not unusual, when both directions are watched; may be negative. */
    double lowest(double usual, double scale) {
        return usual - Math.max(opensPast * scale / Evaluation.MAD_OF_NORMAL, leastEffect * usual);
    }

    /** The highest value that is not unusual, when both directions are watched; may be infinite. */
    double highest(double usual, double scale) {
        double effective = leastEffect < 1 ? usual * leastEffect / (1 - leastEffect) : Double.POSITIVE_INFINITY;
        return usual + Math.max(opensPast * scale / Evaluation.MAD_OF_NORMAL, effective);
    }

    /** Whether such an hour is evidence against an incident in this direction. */
    boolean isCalm(Evaluation hour, Direction direction) {
        return hour.direction() != direction || hour.score() < closesBelow || hour.effect() < leastEffect / 2;
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }
}
