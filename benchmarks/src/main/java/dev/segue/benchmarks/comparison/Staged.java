package dev.segue.benchmarks.comparison;

import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Upload;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.Upload.Report;
import dev.segue.simulator.plan.PlannedSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The activity of a simulated audience, and its events.
 *
 * @param arrived the usable events, with corrected times, in order of arrival
 * @param planned the sessions that must be found
 * @param withoutPlays number of further sessions, in which no track ended by which they could be recognised
 */
record Staged(List<Arrived> arrived, List<Planned> planned, int withoutPlays) {

    Staged {
        arrived = List.copyOf(arrived);
        planned = List.copyOf(planned);
    }

    /**
     * Simulates everything that an audience does.
     *
     * @param scenario one that ends
     */
    static Staged of(Scenario scenario) {
        List<PlannedSession> sessions = new ArrayList<>();
        Audience audience = Audience.of(scenario, sessions::add);
        List<Arrived> arrived = new ArrayList<>();
        List<PlaybackEvent> plays = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Optional<Upload> next = audience.next(); next.isPresent(); next = audience.next()) {
            if (next.get() instanceof Report report
                    && Intake.DEFAULT.judge(report.event(), Intake.NOT_APPENDED, report.arrivesAt())
                            instanceof Verdict.Usable usable) {
                PlaybackEvent event = usable.event();
                arrived.add(new Arrived(event, report.arrivesAt()));
                if (isPlay(event) && report.kind() != Kind.DAYS_OLD && known.add(event.eventId())) {
                    plays.add(event);
                }
            }
        }
        return planned(sessions, plays, arrived);
    }

    static boolean isPlay(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended && ended.content() == Content.TRACK;
    }

    /**
     * A play belongs to the session in which it ended; at the boundary between two days of a bot, to the earlier one.
     */
    private static Staged planned(List<PlannedSession> sessions, List<PlaybackEvent> plays, List<Arrived> arrived) {
        Map<String, TreeMap<Long, PlannedSession>> byEnd = new HashMap<>();
        for (PlannedSession session : sessions) {
            byEnd.computeIfAbsent(session.listener(), listener -> new TreeMap<>())
                    .put(session.endedAt(), session);
        }
        Map<PlannedSession, Set<String>> playsOf = new HashMap<>();
        for (PlaybackEvent play : plays) {
            TreeMap<Long, PlannedSession> ofListener = byEnd.get(play.listener());
            var found = ofListener == null ? null : ofListener.ceilingEntry(play.occurredAt());
            if (found == null || found.getValue().startedAt() > play.occurredAt()) {
                throw new IllegalStateException("the play " + play.eventId() + " is in no planned session");
            }
            playsOf.computeIfAbsent(found.getValue(), session -> new HashSet<>())
                    .add(play.eventId());
        }
        List<Planned> planned = new ArrayList<>();
        for (PlannedSession session : sessions) {
            Set<String> ids = playsOf.getOrDefault(session, Set.of());
            if (ids.size() != session.plays()) {
                throw new IllegalStateException(session + " has " + ids.size() + " plays");
            }
            if (!ids.isEmpty()) {
                planned.add(new Planned(session.listener(), session.startedAt(), session.endedAt(), ids));
            }
        }
        return new Staged(arrived, planned, sessions.size() - planned.size());
    }
}
