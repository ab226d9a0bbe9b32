package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;

/**
 * A KPI that is not as usual, with a beginning and an end; one revision of it.
 *
 * @param id derived from policy, KPI, subject, place and first slot, so that a replay gives the same
 * @param revision those of one incident count from 1
 * @param sentence what is unusual, where, since when, compared with what, on how many sessions
 * @param sinceLocal start of its first slot by local clocks
 * @param since start of its first slot
 * @param until end of its last unusual slot so far
 * @param openedAt the clock when it was opened
 * @param closedAt the clock when it ended, or null while it is open
 * @param value the KPI in its last unusual slot, in the KPI's unit
 * @param usual what is usual for that slot
 * @param score how unusual that is; not negative
 * @param worstValue the KPI in its most unusual slot
 * @param worstUsual what is usual for that slot
 * @param worstScore the score of that slot
 * @param sessions on how many sessions its unusual slots rest, together
 * @param windows how many slots were unusual
 * @param weeks with how many weeks before its last unusual slot is compared
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

    /**
     * Whether an hour teaches nothing of what is usual, as far as this tells: as long as an incident goes on, its hours do
     * not; when it is usual now, those before it do not any more.
     *
     * @param mainTimeZone IANA id of the zone by whose clocks hours are counted
     */
    public boolean keepsFromTeaching(long hour, String mainTimeZone) {
        long from = LocalHour.of(sinceLocal);
        return switch (status) {
            case OPEN -> hour >= from;
            case CLOSED -> hour >= from && hour < LocalHour.at(until, LocalHour.zone(mainTimeZone));
            case NEW_NORMAL -> hour < from;
            case WITHDRAWN -> false;
        };
    }

    /** The same, saying this. */
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

    /** How an incident stands. */
    public enum Status {
        /** It goes on. */
        OPEN,
        /** As usual again. */
        CLOSED,
        /** It lasted so long that it is usual now. */
        NEW_NORMAL,
        /** Corrected data took it back. */
        WITHDRAWN
    }

    /** Which way it is unusual. */
    public enum Direction {
        /** Less than usual. */
        LOWER,
        /** More than usual. */
        HIGHER
    }
}
