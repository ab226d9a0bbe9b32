package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The audience of one playlist in one country. A test feeds its hours one by one, and reads the incidents that come of
 * them. By default it varies by a few percent, always in the same way.
 */
final class Audience {

    /** A Monday. */
    static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T00:00");

    private static final double SESSION_MS = 1_680_000;
    private static final int A_WEEK = 168;

    private final Policy policy;
    private final AlertRules rules;
    private final ZoneId zone;
    private final Series series;
    private final int perHour;
    private final List<Incident> emitted = new ArrayList<>();
    private long hour;
    private double weeklyGrowth = 1;
    private boolean varies = true;
    private SeriesMemory memory;

    private Audience(Policy policy, AlertRules rules, String zone, LocalDateTime from, int perHour) {
        this.policy = policy;
        this.rules = rules;
        this.zone = ZoneId.of(zone);
        this.series = new Series(
                policy.name(), policy.kpi(), new Subject(Subject.Kind.PLAYLIST, "weekly", null), new Place("DE", null));
        this.perHour = perHour;
        this.hour = LocalHour.of(from);
    }

    static Audience of(int perHour) {
        return in("Europe/Berlin", MONDAY, perHour);
    }

    static Audience in(String zone, LocalDateTime from, int perHour) {
        return new Audience(Policy.of("listened-time", Kpi.LISTENED_TIME), AlertRules.DEFAULT, zone, from, perHour);
    }

    static Audience watchedBy(Policy policy, AlertRules rules) {
        return new Audience(policy, rules, "Europe/Berlin", MONDAY, 1_000);
    }

    /** An audience whose hours are all the same. */
    Audience thatNeverVaries() {
        varies = false;
        return this;
    }

    Audience growingWeeklyBy(double factor) {
        weeklyGrowth = factor;
        return this;
    }

    Audience usualWeeks(int weeks) {
        return hours(weeks * A_WEEK, 1);
    }

    /** Adds {@code count} hours at {@code factor} times the usual value; each is emitted when it ends. */
    Audience hours(int count, double factor) {
        for (int i = 0; i < count; i++) {
            boolean happens = end(hour) > LocalHour.startsAt(hour, zone);
            double length = (end(hour) - LocalHour.startsAt(hour, zone)) / 3_600_000.0;
            if (happens) {
                emit(hour, factor * length, end(hour));
                clock(end(hour));
            }
            hour++;
        }
        return this;
    }

    /** Adds {@code count} hours without rows, while the clock advances. */
    Audience hoursWithoutRows(int count) {
        hour += count;
        return clock(end(hour - 1));
    }

    /**
     * Adds {@code count} hours that are not read while they happen. Each has a row from its first minute, and then one
     * as of the end of the last of them, because the clock leaps there.
     */
    Audience hoursReadAtOnce(int count) {
        long end = end(hour + count - 1);
        for (long each = hour; each < hour + count; each++) {
            emit(each, 0.01, LocalHour.startsAt(hour, zone) + 1);
        }
        for (long each = hour; each < hour + count; each++) {
            emit(each, 1, end);
        }
        hour += count;
        return clock(end);
    }

    /** Adds {@code count} usual hours, which are read from the last to the first before the clock moves. */
    Audience hoursReadBackwards(int count) {
        for (long each = hour + count - 1; each >= hour; each--) {
            emit(each, 1, end(each));
        }
        hour += count;
        return clock(end(hour - 1));
    }

    /** Corrects an earlier hour: it was as usual. */
    Audience corrects(int hoursAgo) {
        return emitsNow(hoursAgo, 1);
    }

    /** Emits a row of an earlier hour: {@code factor} times the usual value. */
    Audience emitsNow(int hoursAgo, double factor) {
        emit(hour - hoursAgo, factor, end(hour - 1) + 1);
        return this;
    }

    /** Adds weeks whose rows are emitted only late, once each, as from a compacted topic; no rows follow. */
    Audience weeksEmittedLate(int weeks, int hoursLate) {
        for (int i = 0; i < weeks * A_WEEK; i++) {
            long late = end(hour + hoursLate);
            clock(late);
            emit(hour, 1, late);
            hour++;
        }
        hour += hoursLate + 1;
        return this;
    }

    private void emit(long which, double factor, long asOf) {
        double sessions = perHour * usual(which) * factor;
        double value =
                switch (policy.kpi().measure()) {
                    case MEAN -> 4 * factor;
                    case SHARE -> 0.2 * factor;
                    case COUNT -> Math.round(sessions);
                    case SUM -> sessions * SESSION_MS;
                };
        int count = (int) Math.round(policy.kpi().counts() ? sessions : perHour * usual(which));
        Observation observation = new Observation(series, which, zone.getId(), value, count, count, asOf);
        if (memory == null) {
            memory = SeriesWatch.beginning(observation, policy, rules).memory();
        }
        SeriesWatch watch = watch();
        emitted.addAll(watch.accept(observation));
        memory = watch.memory();
    }

    Audience clock(long time) {
        if (memory != null) {
            SeriesWatch watch = watch();
            emitted.addAll(watch.advance(Clocks.at(time)));
            memory = watch.memory();
        }
        return this;
    }

    /** Whether its state may be purged. */
    boolean isPurged() {
        return watch().isPurged();
    }

    /** Restarts the job from a checkpoint. */
    Audience restarted() {
        memory = memory.copy();
        return this;
    }

    /** A daily rhythm, with deviations of up to 4 % that look random. */
    private double usual(long which) {
        if (!varies) {
            return 1;
        }
        long week = Math.floorDiv(which - LocalHour.of(MONDAY), (long) A_WEEK);
        double day = 1 + 0.5 * Math.sin(2 * Math.PI * Math.floorMod(which, 24L) / 24.0);
        double chance = 1 + 0.04 * Math.sin((double) which * 12.9898 + (double) Math.floorMod(which, 7919L) * 78.233);
        return day * chance * Math.pow(weeklyGrowth, (double) week);
    }

    private SeriesWatch watch() {
        return SeriesWatch.of(series, policy, rules, memory);
    }

    private long end(long which) {
        return LocalHour.endsAt(which, zone);
    }

    /** The incidents emitted since the last call. */
    List<Incident> incidents() {
        List<Incident> fresh = List.copyOf(emitted);
        emitted.clear();
        return fresh;
    }

    /** The same, abbreviated. */
    List<String> emitted() {
        return incidents().stream().map(Audience::inShort).toList();
    }

    /** The same, without incidents that merely continue: those that opened, closed or changed otherwise. */
    List<String> changes() {
        List<Incident> all = incidents();
        return all.stream()
                .filter(incident -> incident.status() != Incident.Status.OPEN || incident.asOf() == incident.openedAt())
                .map(Audience::inShort)
                .toList();
    }

    /** The same, without revision numbers. */
    List<String> changesWithoutNumbers() {
        return changes().stream()
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .toList();
    }

    private static String inShort(Incident incident) {
        return incident.revision() + " " + incident.status() + " " + incident.direction() + " since "
                + incident.sinceLocal() + ", " + incident.windows() + " hours";
    }
}
