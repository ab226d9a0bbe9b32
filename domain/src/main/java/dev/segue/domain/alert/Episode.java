package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.LocalHour;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The current state of one incident of a series, with all its unusual hours. The last incident is retained after it has
 * ended.
 */
public final class Episode {

    private final long since;
    private final String zone;
    private final Direction direction;
    private final long openedAt;
    private final SortedMap<Long, UnusualHour> hours;
    private Status status;
    private Long closedAt;
    private int revision;
    private int calm;
    private int incomparable;

    /** A new incident. */
    Episode(long since, String zone, Direction direction, long openedAt) {
        this(since, zone, direction, openedAt, new TreeMap<>(), Status.OPEN, null, 0, 0, 0);
    }

    /**
     * Restores stored state; takes ownership of the map.
     *
     * @param since its first hour
     * @param zone the time zone of its hours
     * @param openedAt the clock when it was opened
     * @param hours its unusual hours
     * @param closedAt the clock when it ended, or null
     * @param revision of the last emission, 0 before the first
     * @param calm how many evaluations in a row found calm
     * @param incomparable how many hours in a row could not be compared
     */
    public Episode(
            long since,
            String zone,
            Direction direction,
            long openedAt,
            SortedMap<Long, UnusualHour> hours,
            Status status,
            Long closedAt,
            int revision,
            int calm,
            int incomparable) {
        this.since = since;
        this.zone = requireNonNull(zone, "zone");
        this.direction = requireNonNull(direction, "direction");
        this.openedAt = openedAt;
        this.hours = hours;
        this.status = requireNonNull(status, "status");
        this.closedAt = closedAt;
        this.revision = revision;
        this.calm = calm;
        this.incomparable = incomparable;
    }

    public long since() {
        return since;
    }

    public String zone() {
        return zone;
    }

    public Direction direction() {
        return direction;
    }

    public long openedAt() {
        return openedAt;
    }

    /** For serialization; not to be changed. */
    public SortedMap<Long, UnusualHour> hours() {
        return hours;
    }

    public Status status() {
        return status;
    }

    /** The clock when it ended, or null. */
    public Long closedAt() {
        return closedAt;
    }

    public int revision() {
        return revision;
    }

    public int calm() {
        return calm;
    }

    public int incomparable() {
        return incomparable;
    }

    /** A copy that shares no mutable state. */
    public Episode copy() {
        return new Episode(
                since, zone, direction, openedAt, new TreeMap<>(hours), status, closedAt, revision, calm, incomparable);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Continues the revision numbers of a withdrawn incident that began with the same hour, in either direction. */
    void follow(Episode former) {
        if (former != null && former.since == since) {
            revision = former.revision;
        }
    }

    /** Whether this changes anything. */
    boolean put(long hour, UnusualHour unusual) {
        return !unusual.equals(hours.put(hour, unusual));
    }

    /** Removes one of its hours, and returns it; null if it was none of them. */
    UnusualHour remove(long hour) {
        return hours.remove(hour);
    }

    /** Whether the hour is after its last unusual hour. */
    boolean isOver(long hour) {
        return hours.isEmpty() || hour > hours.lastKey();
    }

    /**
     * Whether the next incident can begin with an hour: after this one is over, or where it was before it was
     * withdrawn.
     */
    boolean mayBeFollowedFrom(long hour) {
        return !isOpen() && hour >= since && isOver(hour);
    }

    /** Whether an hour must not enter the baseline, because it belongs to this incident. */
    boolean holds(long hour) {
        return switch (status) {
            case OPEN -> hour >= since;
            case CLOSED -> hour >= since && !isOver(hour);
            case NEW_NORMAL, WITHDRAWN -> false;
        };
    }

    /** Counts another hour that could not be compared; returns how many there were in a row. */
    int countIncomparable() {
        return ++incomparable;
    }

    void wasCompared() {
        incomparable = 0;
    }

    /** Counts an evaluation; returns how many in a row found calm. */
    int countCalm(boolean isCalm) {
        calm = isCalm ? calm + 1 : 0;
        return calm;
    }

    void end(Status how, long at) {
        status = how;
        closedAt = at;
    }

    /** Its next revision. A withdrawn incident reports the last hour that it had. */
    Incident emitted(Series series, long asOf, UnusualHour lastKnown) {
        revision++;
        UnusualHour last = hours.isEmpty() ? lastKnown : hours.get(hours.lastKey());
        UnusualHour worst = hours.values().stream()
                .max(Comparator.comparingDouble(hour -> hour.found().score()))
                .orElse(last);
        long lastHour = hours.isEmpty() ? since : hours.lastKey();
        int sessions = 0;
        for (UnusualHour hour : hours.values()) {
            sessions += hour.sessions();
        }
        Incident incident = new Incident(
                series.incidentSince(LocalHour.start(since)),
                revision,
                status,
                series.policy(),
                series.kpi(),
                series.subject(),
                series.place(),
                direction,
                "",
                LocalHour.start(since),
                LocalHour.startsAt(since, LocalHour.zone(zone)),
                last.endsAt(),
                openedAt,
                closedAt,
                last.found().value(),
                last.found().usual(),
                last.found().score(),
                worst.found().value(),
                worst.found().usual(),
                worst.found().score(),
                sessions,
                hours.size(),
                last.found().weeks(),
                asOf);
        return incident.saying(IncidentSentence.of(incident, LocalHour.start(lastHour), zone, incomparable == 0));
    }
}
