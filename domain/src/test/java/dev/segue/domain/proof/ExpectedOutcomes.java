package dev.segue.domain.proof;

import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The outcome that a literal reading of the rules requires for every event, and so the accepted events. */
final class ExpectedOutcomes {

    private final SessionRules rules;
    private final Map<String, List<PlaybackEvent>> accepted = new TreeMap<>();
    private final Map<PlaybackEvent, PlaybackEvent> firstCopies = new HashMap<>();
    private final Map<String, List<Session>> truth = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final List<PlaybackEvent> late = new ArrayList<>();
    private long duplicates;
    private long refused;

    ExpectedOutcomes(SessionRules rules) {
        this.rules = rules;
    }

    ExpectedOutcomes(ExpectedOutcomes other) {
        rules = other.rules;
        other.accepted.forEach((listener, events) -> accepted.put(listener, new ArrayList<>(events)));
        firstCopies.putAll(other.firstCopies);
        truth.putAll(other.truth);
        newest.putAll(other.newest);
        late.addAll(other.late);
        duplicates = other.duplicates;
        refused = other.refused;
    }

    Outcome enter(PlaybackEvent event, long acceptance) {
        if (acceptance != Clocks.NOT_STARTED && event.occurredAt() < acceptance - rules.allowedLatenessMs()) {
            late.add(event);
            return Outcome.LATE;
        }
        if (firstCopies.containsKey(asReported(event))) {
            duplicates++;
            return Outcome.DUPLICATE;
        }
        if (isTooMany(event)) {
            late.add(event);
            refused++;
            return Outcome.REFUSED;
        }
        firstCopies.put(asReported(event), event);
        accepted.computeIfAbsent(event.listener(), listener -> new ArrayList<>())
                .add(event);
        newest.merge(event.listener(), event.occurredAt(), Math::max);
        truth.remove(event.listener());
        return Outcome.ACCEPTED;
    }

    /** Whether as many events, or broken plays, as may be are accepted of the stretch of time in which this one occurred. */
    private boolean isTooMany(PlaybackEvent event) {
        List<PlaybackEvent> ofWindow = acceptedOf(event.listener()).stream()
                .filter(other -> windowOf(other) == windowOf(event))
                .toList();
        return ofWindow.size() >= rules.limits().eventsPerWindow()
                || (isBroken(event)
                        && ofWindow.stream().filter(this::isBroken).count()
                                >= rules.limits().brokenPlaysPerWindow());
    }

    private long windowOf(PlaybackEvent event) {
        long longestStay = rules.gapMs() + rules.maxPlayMs();
        return event.occurredAt() / Math.min(Duration.ofHours(6).toMillis(), longestStay);
    }

    private boolean isBroken(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended
                && event.occurredAt()
                                - ended.startedAt()
                                - Play.clampedPlayed(ended, event.occurredAt(), rules.maxPlayMs())
                        > rules.gapMs();
    }

    /** The accepted copy of an event. */
    PlaybackEvent firstCopyOf(PlaybackEvent event) {
        return firstCopies.get(asReported(event));
    }

    List<String> listeners() {
        return List.copyOf(accepted.keySet());
    }

    List<PlaybackEvent> acceptedOf(String listener) {
        return accepted.getOrDefault(listener, List.of());
    }

    /** When the listener's newest accepted event occurred. */
    long newestOf(String listener) {
        return newest.get(listener);
    }

    /** The current sessions that the listener must have now, by start. */
    List<Session> truthOf(String listener) {
        return truth.computeIfAbsent(listener, name -> BatchReference.sessionsOf(acceptedOf(name), rules));
    }

    /**
     * Until when a track that has started and not ended holds a session open, from the accepted events alone: it is the
     * latest start or end on its device, and no end has its play id.
     */
    long heldUntil(Session session) {
        Map<String, PlaybackEvent> latest = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (PlaybackEvent event : acceptedOf(session.listener())) {
            if (event.detail() instanceof TrackEnded || event.detail() instanceof TrackStarted) {
                latest.merge(
                        event.device().id(),
                        event,
                        (one, other) -> other.occurredAt() >= one.occurredAt() ? other : one);
            }
            if (event.detail() instanceof TrackEnded && event.detail().playId() != null) {
                ended.add(event.detail().playId());
            }
        }
        long until = Long.MIN_VALUE;
        for (PlaybackEvent event : latest.values()) {
            long at = event.occurredAt();
            boolean open = event.detail() instanceof TrackStarted
                    && !ended.contains(event.detail().playId());
            if (open && at >= session.startedAt() && at <= session.endedAt()) {
                until = Math.max(until, at + Math.min(event.track().durationMs(), rules.maxPlayMs()));
            }
        }
        return until;
    }

    /** What is forwarded as it is: the late events, and the refused ones. */
    List<PlaybackEvent> late() {
        return late;
    }

    Ledger ledger() {
        long many = accepted.values().stream().mapToLong(List::size).sum();
        Map<RejectionReason, Long> rejected =
                refused == 0 ? Map.of() : Map.of(RejectionReason.TOO_MANY_EVENTS, refused);
        return new Ledger(0, many, duplicates, late.size() - refused, rejected);
    }

    /** What the client reported, without what delivery and acceptance added. */
    private static PlaybackEvent asReported(PlaybackEvent event) {
        PlaybackEvent reported = event.correctedBy(-event.clockCorrection());
        return new PlaybackEvent(
                reported.listener(),
                reported.eventId(),
                reported.device(),
                reported.occurredAt(),
                null,
                null,
                0,
                reported.country(),
                reported.timeZone(),
                reported.offline(),
                reported.detail(),
                TrackFacts.UNKNOWN);
    }
}
