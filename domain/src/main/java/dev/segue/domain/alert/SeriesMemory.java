package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.WeeksBefore;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The state of one series. Bounded: a fixed number of weeks, the hours under evaluation, and one incident. */
public final class SeriesMemory {

    /** After a week's worth of hours in another main time zone, the series moves there. */
    private static final int MOST_VOTES = LocalHour.A_WEEK;

    private static final long NOT_TIMELY = Long.MAX_VALUE;

    private static final long NO_DAY = Long.MIN_VALUE;

    private final List<Long> agesMs;
    private final WeeksBefore weeksBefore;
    private final SortedMap<Long, WatchedHour> hours;
    private final long[] next;
    private final double[] spreads;
    private double growth;
    private long learnedOn;
    private String zone;
    private int votes;
    private long newest;
    private long timelySince;
    private Episode episode;

    /** A series that begins with this hour. */
    SeriesMemory(AlertRules rules, long firstHour, String zone) {
        this(
                rules.agesMs(),
                new WeeksBefore(rules.weeks(), rules.agesMs().size()),
                new TreeMap<>(),
                filled(rules.agesMs().size(), firstHour),
                new double[rules.agesMs().size()],
                0,
                NO_DAY,
                zone,
                0,
                firstHour - 1,
                NOT_TIMELY,
                null);
    }

    /**
     * Restores stored state; takes ownership of all arguments.
     *
     * @param agesMs the ages for which this state was collected
     * @param hours under evaluation
     * @param next by age: the hour to be evaluated next
     * @param spreads by age: relative distance of hours from their baselines
     * @param growth from week to week, as a logarithm
     * @param learnedOn when spreads and growth were computed, in days since 1970
     * @param zone the time zone by which hours end: that of most hours
     * @param votes for the zone, from 0 to the hours of a week
     * @param newest the newest observed hour
     * @param timelySince since which hour all observations arrived before they had to be evaluated; Long.MAX_VALUE when
     *     the newest did not
     * @param episode the open incident, or else the last one; null if there was none
     */
    public SeriesMemory(
            List<Long> agesMs,
            WeeksBefore weeksBefore,
            SortedMap<Long, WatchedHour> hours,
            long[] next,
            double[] spreads,
            double growth,
            long learnedOn,
            String zone,
            int votes,
            long newest,
            long timelySince,
            Episode episode) {
        this.agesMs = List.copyOf(agesMs);
        this.weeksBefore = weeksBefore;
        this.hours = hours;
        this.next = next;
        this.spreads = spreads;
        this.growth = growth;
        this.learnedOn = learnedOn;
        this.zone = zone;
        this.votes = votes;
        this.newest = newest;
        this.timelySince = timelySince;
        this.episode = episode;
    }

    public List<Long> agesMs() {
        return agesMs;
    }

    public WeeksBefore weeksBefore() {
        return weeksBefore;
    }

    /** Those under evaluation, and the one before them. */
    public SortedMap<Long, WatchedHour> hours() {
        return hours;
    }

    /** By age: the hour to be evaluated next. For serialization; not to be changed. */
    public long[] next() {
        return next;
    }

    /** For serialization; not to be changed. */
    public double[] spreads() {
        return spreads;
    }

    /** From week to week, as a logarithm. */
    public double growth() {
        return growth;
    }

    public long learnedOn() {
        return learnedOn;
    }

    public String zone() {
        return zone;
    }

    public int votes() {
        return votes;
    }

    public long newest() {
        return newest;
    }

    /** Since which hour all observations arrived in time, so that an hour without one was silent. */
    public long timelySince() {
        return timelySince;
    }

    /** The open incident, or else the last one, or null. */
    public Episode episode() {
        return episode;
    }

    /** A copy that shares no mutable state. */
    public SeriesMemory copy() {
        SortedMap<Long, WatchedHour> copies = new TreeMap<>();
        hours.forEach((hour, watched) -> copies.put(hour, watched.copy()));
        return new SeriesMemory(
                agesMs,
                weeksBefore.copy(),
                copies,
                next.clone(),
                spreads.clone(),
                growth,
                learnedOn,
                zone,
                votes,
                newest,
                timelySince,
                episode == null ? null : episode.copy());
    }

    /** Whether it was collected under these rules. */
    boolean fits(AlertRules rules) {
        return agesMs.equals(rules.agesMs()) && weeksBefore.hours() == rules.weeks() * LocalHour.A_WEEK;
    }

    /** The same series under other rules; its baseline has to be learned anew. */
    SeriesMemory relearning(AlertRules rules) {
        SeriesMemory anew = new SeriesMemory(rules, next[next.length - 1], zone);
        anew.episode = episode;
        return anew;
    }

    /** When an hour ends in the main time zone of the series, in epoch milliseconds. */
    long endsAt(long hour) {
        return LocalHour.endsAt(hour, LocalHour.zone(zone));
    }

    /**
     * Whether the hour is earlier than the one observed first, and none has been evaluated yet. Observations that are
     * read from several partitions come in no order.
     */
    boolean mayBeginWith(long hour) {
        boolean hasEvaluated = doneBefore() < next[0] || (!hours.isEmpty() && hours.firstKey() < doneBefore());
        return !hasEvaluated && episode == null && remembers(hour);
    }

    /** Begins with this hour, as if it had been observed first. */
    void beginWith(long hour, String mainTimeZone, boolean inTime) {
        Arrays.fill(next, hour);
        zone = mainTimeZone;
        if (inTime && timelySince != NOT_TIMELY) {
            timelySince = hour;
        }
    }

    /** At this age, the hour after the current one is evaluated next. */
    void moveOn(int age) {
        next[age]++;
    }

    /** Hours before this one are finished. */
    long doneBefore() {
        return next[next.length - 1];
    }

    /** Whether the hour is finished, and recent enough to be retained. */
    boolean remembers(long hour) {
        return hour < doneBefore() && hour >= doneBefore() - weeksBefore.hours();
    }

    /** Whether there was no observation of any retained hour. */
    boolean isSilence() {
        return newest < doneBefore() - weeksBefore.hours();
    }

    WatchedHour hour(long hour) {
        return hours.computeIfAbsent(hour, missing -> new WatchedHour(agesMs.size()));
    }

    void open(Episode begun) {
        episode = begun;
    }

    boolean hasOpenEpisode() {
        return episode != null && episode.isOpen();
    }

    /** During an incident, a few late observations do not make silence unknown. */
    void noteNewest(long hour, boolean inTime) {
        if (hour > newest) {
            newest = hour;
            if (inTime) {
                timelySince = Math.min(timelySince, hour);
            } else if (!hasOpenEpisode()) {
                timelySince = NOT_TIMELY;
            }
        }
    }

    /** Marks the hour as finished; earlier hours are no longer evaluated. */
    void finish(long hour) {
        hours.headMap(hour).clear();
        String reported = hour(hour).zone();
        if (reported != null) {
            vote(reported);
        }
    }

    /** By majority, after Boyer and Moore (1981), so that a night with few listeners does not move the series. */
    private void vote(String reported) {
        if (reported.equals(zone)) {
            votes = Math.min(MOST_VOTES, votes + 1);
        } else if (votes > 0) {
            votes--;
        } else {
            zone = reported;
            votes = 1;
        }
    }

    /** Computes once a day how the series grows, and how far its hours are from their baselines. */
    void learn(long hour, AlertRules rules, Policy policy) {
        long day = Math.floorDiv(hour, 24L);
        if (day > learnedOn) {
            growth = weeksBefore.growth(doneBefore(), policy.leastSample());
            for (int age = 0; age < spreads.length; age++) {
                spreads[age] = weeksBefore.spread(doneBefore(), age, rules.leastWeeks(), policy.leastSample(), growth);
            }
            learnedOn = day;
        }
    }

    /**
     * Excludes the hours from {@code from} to {@code to}, both inclusive, from the baseline, or includes them again.
     */
    void hold(long from, long to, boolean held) {
        for (long hour = Math.max(from, doneBefore() - weeksBefore.hours());
                hour <= to && hour < doneBefore();
                hour++) {
            weeksBefore.setHeld(hour, held);
        }
    }

    /** Removes the hours before {@code first} from the baseline. */
    void forgetBefore(long first) {
        for (long hour = doneBefore() - weeksBefore.hours(); hour < Math.min(first, doneBefore()); hour++) {
            weeksBefore.putUnknown(hour);
        }
        learnedOn = NO_DAY;
    }

    private static long[] filled(int count, long value) {
        long[] values = new long[count];
        Arrays.fill(values, value);
        return values;
    }
}
