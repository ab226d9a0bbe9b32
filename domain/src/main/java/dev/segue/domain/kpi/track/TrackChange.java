package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.KpiKey;
import java.util.Map;

/**
 * What a change of one session, or of its plays, changes in the track KPIs of one subject and week.
 *
 * @param key the subject, the world and the week
 * @param openSessions by how many the sessions that are still running grow: -1, 0 or 1
 * @param added by how much the numbers of each track grow, negative numbers where they shrink; plays of no known track are
 *     under {@link #NO_TRACK}
 * @param canChangeUntil until when, on the acceptance clock, what the session adds can change, as far as is known now
 * @param settlingMs how long after its end no event can change the session any more, in milliseconds
 */
public record TrackChange(
        KpiKey key, int openSessions, Map<String, TrackNumbers> added, long canChangeUntil, long settlingMs) {

    /** Stands for a track that was not reported. No track has an empty id here. */
    public static final String NO_TRACK = "";

    public TrackChange {
        requireNonNull(key, "key");
        added = Map.copyOf(added);
    }
}
