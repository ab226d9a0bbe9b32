package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/**
 * Between which values the hours of a series are as usual, by the rule by which series are watched: for whoever shows a
 * KPI beside what is usual. Every hour counts as it is known by now, as if it were evaluated at the last age.
 */
public final class ExpectedRange {

    private static final long DAY = 24;

    private final Policy policy;
    private final AlertRules rules;
    private final String country;
    private final ZoneId zone;
    private final Known known;

    /** What is known of the hours of a series. */
    @FunctionalInterface
    public interface Known {

        /**
         * What an hour teaches; {@link Reading#NOTHING} when nobody listened in it.
         *
         * @return null when nothing is known of it, or when it teaches nothing
         */
        Reading at(long hour);
    }

    /**
     * What all hours of a series together teach, found once a day.
     *
     * @param before the first hour that has no part in it
     * @param growth from week to week, as a logarithm
     * @param spread median relative distance of hours from what is usual for them
     */
    public record Trend(long before, double growth, double spread) {}

    /**
     * What is usual for an hour.
     *
     * @param usual what is usual, in the KPI's unit
     * @param low lower than this is unusual; not negative
     * @param high higher than this is unusual
     * @param sample how many listeners, sessions, runs or plays it rests on
     * @param weeks with how many weeks before the hour is compared
     * @param watched whether it rests on enough for hours to be unusual at all
     */
    public record Band(double usual, double low, double high, double sample, int weeks, boolean watched) {}

    /**
     * Of one series.
     *
     * @param country whose holidays are not like other days; null when there are none
     * @param mainTimeZone IANA id of the zone by whose clocks its hours are counted
     */
    public ExpectedRange(Policy policy, AlertRules rules, String country, String mainTimeZone, Known known) {
        this.policy = requireNonNull(policy, "policy");
        this.rules = requireNonNull(rules, "rules");
        this.country = country;
        this.zone = LocalHour.zone(mainTimeZone);
        this.known = requireNonNull(known, "known");
    }

    /**
     * Before which hour all hours together have a say in what is usual for this one. It is found anew when the first hour
     * of a day is due for the first time, and by then the last hours of the day before are not due for the last.
     */
    public long learnedBefore(long hour) {
        long agesApart = rules.agesMs().get(rules.lastAge()) - rules.agesMs().get(0);
        long lead = agesApart / LocalHour.MS;
        return Math.floorDiv(hour + lead, DAY) * DAY - lead;
    }

    /** What all hours before {@code before} teach together. */
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
     * Between which values an hour is as usual.
     *
     * @param reading what it says itself, on which a share or a mean rests as well; or null
     * @return null when too few weeks before are known, or the hour is one of a holiday, or of a night when clocks are
     *     changed
     */
    public Band band(long hour, Reading reading, Trend trend) {
        if (!rules.isLikeOthers(hour, zone, country)) {
            return null;
        }
        WeeksBefore weeks = new WeeksBefore(rules.weeks(), 1);
        for (int week = 1; week <= rules.weeks(); week++) {
            learn(weeks, hour - (long) week * LocalHour.A_WEEK);
        }
        Usual usual = weeks.usual(hour, hour, 0, rules.leastWeeks(), trend.growth());
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

    private void learn(WeeksBefore weeks, long hour) {
        Reading reading = rules.isLikeOthers(hour, zone, country) ? known.at(hour) : null;
        if (reading != null) {
            weeks.putLate(hour, reading, false);
        }
    }
}
