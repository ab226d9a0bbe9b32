package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.alert.baseline.WeeksBefore;
import java.time.ZoneId;

/**
 * The expected range of each hour of a series, by the same rule as the alerts, for showing a KPI beside what was
 * expected. Every hour counts with its latest known value, as if it were evaluated at the last age.
 */
public final class ExpectedRange {

    private static final long DAY = 24;

    private final Policy policy;
    private final AlertRules rules;
    private final String country;
    private final ZoneId zone;
    private final Known known;

    /** The known hours of a series. */
    @FunctionalInterface
    public interface Known {

        /**
         * The value of an hour for the baseline; {@link Reading#NOTHING} when nobody listened in it.
         *
         * @return null when the hour is unknown or must not enter the baseline
         */
        Reading at(long hour);
    }

    /**
     * What all hours of a series together say, computed once a day.
     *
     * @param before the first hour that is not included
     * @param growth from week to week, as a logarithm
     * @param spread median relative distance of hours from their baselines
     */
    public record Trend(long before, double growth, double spread) {}

    /**
     * The expected range of an hour.
     *
     * @param usual the baseline, in the KPI's unit
     * @param low lower values are unusual; not negative
     * @param high higher values are unusual
     * @param sample how many listeners, sessions, runs or plays it is based on
     * @param weeks with how many earlier weeks the hour is compared
     * @param watched whether the sample is large enough for hours to be unusual at all
     */
    public record Band(double usual, double low, double high, double sample, int weeks, boolean watched) {}

    /**
     * The expected range of one series.
     *
     * @param country whose holidays are excluded; null for none
     * @param mainTimeZone IANA id of the time zone in which its hours are counted
     */
    public ExpectedRange(Policy policy, AlertRules rules, String country, String mainTimeZone, Known known) {
        this.policy = requireNonNull(policy, "policy");
        this.rules = requireNonNull(rules, "rules");
        this.country = country;
        this.zone = LocalHour.zone(mainTimeZone);
        this.known = requireNonNull(known, "known");
    }

    /**
     * The first hour that the trend for this hour does not include. The trend is recomputed when the first hour of a
     * day is due for the first time; by then the last hours of the day before are not yet due for the last time.
     */
    public long learnedBefore(long hour) {
        long agesApart = rules.agesMs().get(rules.lastAge()) - rules.agesMs().get(0);
        long lead = agesApart / LocalHour.MS;
        return Math.floorDiv(hour + lead, DAY) * DAY - lead;
    }

    /** The trend of all hours before {@code before}. */
    public Trend trend(long before) {
        WeeksBefore weeks = new WeeksBefore(rules.weeks(), 1);
        for (long each = before - weeks.hours(); each < before; each++) {
            learn(weeks, each);
        }
        double growth = weeks.growth(before, policy.leastSample());
        double spread = weeks.spread(before, 0, rules.leastWeeks(), policy.leastSample(), growth);
        return new Trend(before, growth, spread);
    }

    /**
     * The expected range of an hour.
     *
     * @param reading the hour's own value, which also limits the sample of a share or a mean; or null
     * @return null when too few earlier weeks are known, on a holiday, and for an irregular hour of a night in which
     *     the clocks change
     */
    public Band band(long hour, Reading reading, Trend trend) {
        Usual usual = usual(hour, trend.growth());
        if (usual == null) {
            return null;
        }
        double sample = reading == null ? usual.sample() : Sample.behind(policy.kpi(), usual, reading);
        double scale = Evaluation.scale(policy.kpi(), sample, usual, trend.spread());
        return new Band(
                usual.median(),
                Math.max(0, policy.lowest(usual.median(), scale)),
                policy.highest(usual.median(), scale),
                sample,
                usual.weeks(),
                usual.speaksFor(policy.kpi()) && sample >= policy.leastSample());
    }

    /**
     * The baseline of an hour.
     *
     * @param growth by which earlier weeks are carried forward, as a logarithm; 0 for none
     * @return null where {@link #band} is
     */
    public Usual usual(long hour, double growth) {
        if (!rules.isLikeOthers(hour, zone, country)) {
            return null;
        }
        WeeksBefore weeks = new WeeksBefore(rules.weeks(), 1);
        for (int week = 1; week <= rules.weeks(); week++) {
            learn(weeks, hour - (long) week * LocalHour.A_WEEK);
        }
        return weeks.usual(hour, hour, 0, rules.leastWeeks(), growth);
    }

    private void learn(WeeksBefore weeks, long hour) {
        Reading reading = rules.isLikeOthers(hour, zone, country) ? known.at(hour) : null;
        if (reading != null) {
            weeks.putLate(hour, reading, false);
        }
    }
}
