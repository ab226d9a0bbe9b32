package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the incremental implementation emits for Anna as the clocks advance, in words: {@code "09:00 #2 FINAL
 * 09:00-09:06"}. Times are on {@link Times#DAY} unless they have a date; plays for drill-down are omitted unless
 * requested.
 */
final class Story {

    private static final String ANNA = "anna";

    private final SessionsInMemory stream;
    private final Map<SessionId, String> starts = new HashMap<>();
    private Clocks clocks = Clocks.at(Clocks.NOT_STARTED);
    private boolean withPlays;

    /** With the default rules. */
    Story() {
        this(SessionRules.DEFAULT);
    }

    Story(SessionRules rules) {
        stream = new SessionsInMemory(rules);
    }

    /** Includes plays for drill-down: {@code "09:00 plays 0: 90 with #2"}. */
    Story withPlays() {
        withPlays = true;
        return this;
    }

    /** An event arrives. */
    Outcome receives(EventBuilder<?> event) {
        return stream.accept(event.build(), clocks);
    }

    /** Events arrive, and all are accepted. */
    void accepts(EventBuilder<?>... events) {
        for (EventBuilder<?> event : events) {
            assertThat(receives(event)).isEqualTo(Outcome.ACCEPTED);
        }
    }

    /** Both clocks reach a moment, in one step. */
    List<String> at(String moment) {
        return at(moment, moment);
    }

    /** The acceptance clock reaches a moment; after a silence, the closing clock reaches a later one. */
    List<String> at(String acceptance, String closing) {
        return go(new Clocks(Times.at(acceptance), Times.at(closing)));
    }

    /** No more events can arrive. */
    List<String> atTheEnd() {
        return go(Clocks.at(Clocks.ENDED));
    }

    /**
     * Both clocks reach a time, stopping whenever there is something to do. Each line begins with the time on the
     * clock: {@code "09:13 emits 09:00 #1 EARLY open 09:00-09:03"}.
     */
    List<String> until(String moment) {
        List<String> emitted = stoppingUntil(Times.at(moment));
        at(moment);
        return emitted;
    }

    /** Like {@link #until}, for as long as there is anything to do. */
    List<String> untilTheEnd() {
        return stoppingUntil(ListenerMemory.NEVER - 1);
    }

    /** Anna is forgotten. */
    List<String> forgets() {
        return inWords(stream.forget(ANNA));
    }

    boolean hasNoState() {
        return stream.isEmpty();
    }

    /** Everything emitted so far, in order. */
    List<Change> emitted() {
        return stream.emitted();
    }

    /** The revisions emitted so far, in order. */
    List<Revision> revisions() {
        return emitted().stream()
                .filter(Revision.class::isInstance)
                .map(Revision.class::cast)
                .toList();
    }

    SessionsInMemory.Kept kept() {
        return stream.keptOf(ANNA);
    }

    private List<String> stoppingUntil(long time) {
        List<String> emitted = new ArrayList<>();
        while (stream.nextWakeUp() <= time) {
            long stop = Math.max(clocks.acceptance(), stream.nextWakeUp());
            go(Clocks.at(stop)).forEach(words -> emitted.add(time(stop) + " emits " + words));
        }
        return emitted;
    }

    private List<String> go(Clocks to) {
        clocks = to;
        return inWords(stream.advance(clocks));
    }

    private List<String> inWords(List<Change> changes) {
        List<String> words = new ArrayList<>();
        for (Change change : changes) {
            boolean ofPlays = change instanceof PlaysOfSession || change instanceof PlaysGone;
            String inWords = words(change);
            if (withPlays || !ofPlays) {
                words.add(inWords);
            }
        }
        return words;
    }

    private String words(Change change) {
        if (change instanceof Revision revision) {
            return words(revision);
        }
        if (change instanceof Superseded gone) {
            return start(gone.sessionId(), gone.startedAt()) + " #" + gone.number() + " SUPERSEDED by "
                    + starts.get(gone.supersededBy());
        }
        String start = starts.get(change.sessionId());
        if (change instanceof PlaysOfSession plays) {
            return start + " plays " + plays.chunk() + ": " + plays.plays().size() + " with #" + plays.revision();
        }
        if (change instanceof PlaysGone gone) {
            return start + " plays " + gone.chunk() + ": gone";
        }
        return change instanceof Purged ? start + " PURGED" : change.toString();
    }

    private String words(Revision revision) {
        Session session = revision.session();
        return start(session.id(), session.startedAt()) + " #" + revision.number() + " " + revision.status()
                + (revision.open() ? " open " : " ") + time(session.startedAt()) + "-" + time(session.endedAt());
    }

    private String start(SessionId id, long startedAt) {
        return starts.computeIfAbsent(id, unknown -> time(startedAt));
    }

    private static String time(long moment) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(moment), ZoneOffset.UTC);
        boolean thatDay = time.toLocalDate().equals(Times.DAY);
        return thatDay ? time.toLocalTime().toString() : time.toString();
    }
}
