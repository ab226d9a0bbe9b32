package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;

/**
 * One revision of an incident: a KPI that deviates from its baseline, with a beginning and an end.
 *
 * @param id derived from policy, KPI, subject, place and first window, so that a replay gives the same
 * @param revision those of one incident count from 1
 * @param sentence what is unusual, where, since when, compared with what, on how many sessions
 * @param sinceLocal start of its first window by local clocks
 * @param since start of its first window
 * @param until end of its last unusual window so far
 * @param openedAt the clock when it was opened
 * @param closedAt the clock when it ended, or null while it is open
 * @param value the KPI in its last unusual window, in the KPI's unit
 * @param usual the baseline for that window
 * @param score how unusual that is; not negative
 * @param worstValue the KPI in its most unusual window
 * @param worstUsual the baseline for that window
 * @param worstScore the score of that window
 * @param sessions how many sessions its unusual windows are based on, together
 * @param windows how many windows were unusual
 * @param weeks with how many earlier weeks its last unusual window is compared
 * @param asOf the clock when this was emitted
 */
public record Incident(
        String id,
        int revision,
        Status status,
        String policy,
        Kpi kpi,
        Subject subject,
        Place place,
        Direction direction,
        String sentence,
        LocalDateTime sinceLocal,
        long since,
        long until,
        long openedAt,
        Long closedAt,
        double value,
        double usual,
        double score,
        double worstValue,
        double worstUsual,
        double worstScore,
        long sessions,
        int windows,
        int weeks,
        long asOf) {

    public Incident {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(policy, "policy");
        requireNonNull(kpi, "kpi");
        requireNonNull(subject, "subject");
        requireNonNull(place, "place");
        requireNonNull(direction, "direction");
        requireNonNull(sentence, "sentence");
        requireNonNull(sinceLocal, "sinceLocal");
    }

    /** Whether this revision opens the incident, or ends it; otherwise it updates one that stays open. */
    public boolean isTransition() {
        return status != Status.OPEN || asOf == openedAt;
    }

    /**
     * Whether this incident keeps an hour out of the baseline: an open or closed incident excludes its own hours, and
     * one that has become the new normal excludes those before it.
     *
     * @param mainTimeZone IANA id of the time zone in which hours are counted
     */
    public boolean isExcludedFromBaseline(long hour, String mainTimeZone) {
        long from = firstHour();
        return switch (status) {
            case OPEN -> hour >= from;
            case CLOSED -> hour >= from && hour < endHour(mainTimeZone);
            case NEW_NORMAL -> hour < from;
            case WITHDRAWN -> false;
        };
    }

    /**
     * The incident as it bears on hours from {@code hour} on. A new normal is one for what comes after it; hours within it, or
     * before it, are compared with what was normal until then.
     *
     * @param mainTimeZone IANA id of the time zone in which hours are counted
     */
    public Incident asSeenFrom(long hour, String mainTimeZone) {
        return status == Status.NEW_NORMAL && hour < endHour(mainTimeZone)
                ? new Incident(
                        id,
                        revision,
                        Status.CLOSED,
                        policy,
                        kpi,
                        subject,
                        place,
                        direction,
                        sentence,
                        sinceLocal,
                        since,
                        until,
                        openedAt,
                        closedAt,
                        value,
                        usual,
                        score,
                        worstValue,
                        worstUsual,
                        worstScore,
                        sessions,
                        windows,
                        weeks,
                        asOf)
                : this;
    }

    /** Whether it is for the worse. */
    public boolean isWorse() {
        return direction.isWorse(kpi);
    }

    /** Its first hour, by local clocks. */
    public long firstHour() {
        return LocalHour.of(sinceLocal);
    }

    /**
     * The hour after its last unusual one so far, by local clocks.
     *
     * @param mainTimeZone IANA id of the time zone in which hours are counted
     */
    public long endHour(String mainTimeZone) {
        return LocalHour.at(until, LocalHour.zone(mainTimeZone));
    }

    /** The same incident with this sentence. */
    Incident saying(String words) {
        return new Incident(
                id,
                revision,
                status,
                policy,
                kpi,
                subject,
                place,
                direction,
                words,
                sinceLocal,
                since,
                until,
                openedAt,
                closedAt,
                value,
                usual,
                score,
                worstValue,
                worstUsual,
                worstScore,
                sessions,
                windows,
                weeks,
                asOf);
    }

    /** The status of an incident. */
    public enum Status {
        /** It continues. */
        OPEN,
        /** Back to normal, or no longer compared. */
        CLOSED,
        /** It has lasted so long that it is the new baseline. */
        NEW_NORMAL,
        /** Corrected data withdrew it. */
        WITHDRAWN
    }

    /** In which direction it is unusual. */
    public enum Direction {
        /** Lower than the baseline. */
        LOWER,
        /** Higher than the baseline. */
        HIGHER;

        /** Whether that is for the worse: less listening, or more skips. */
        public boolean isWorse(Kpi kpi) {
            return kpi.lowerIsBetter() == (this == HIGHER);
        }
    }
}
