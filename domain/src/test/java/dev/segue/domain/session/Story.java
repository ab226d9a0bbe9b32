package dev.segue.domain.session;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the incremental form tells of Anna while the clocks go on, in words: {@code "09:00 #2 FINAL 09:00-09:06"}. Times
 * are those of {@link Times#DAY}; plays for drill-down are left out.
 */
final class Story {

    private final Remembered stream = new Remembered(SessionRules.DEFAULT);
    private final Map<SessionId, String> starts = new HashMap<>();
    private Clocks clocks = Clocks.at(Clocks.NOT_STARTED);

    /** An event arrives. */
    Outcome hears(EventBuilder<?> event) {
        PlaybackEvent heard = event.build();
        return stream.accept(heard, clocks);
    }

    /** Both clocks reach a moment. */
    List<String> at(String moment) {
        return at(moment, moment);
    }

    /** The acceptance clock reaches a moment; after a silence, the closing clock reaches a later one. */
    List<String> at(String acceptance, String closing) {
        return go(new Clocks(Times.at(acceptance), Times.at(closing)));
    }

    /** Nothing more can come. */
    List<String> atTheEnd() {
        return go(Clocks.at(Clocks.ENDED));
    }

    boolean remembersNothing() {
        return stream.isEmpty();
    }

    /** Everything told so far, as it was told. */
    List<Change> told() {
        return stream.told();
    }

    private List<String> go(Clocks to) {
        clocks = to;
        List<String> words = new ArrayList<>();
        for (Change change : stream.advance(clocks)) {
            if (change instanceof Change.Revision revision) {
                words.add(words(revision));
            } else if (change instanceof Change.Superseded gone) {
                words.add(start(gone.sessionId(), gone.startedAt()) + " #" + gone.number() + " SUPERSEDED by "
                        + starts.get(gone.supersededBy()));
            } else if (change instanceof Change.Forgotten forgotten) {
                words.add(starts.get(forgotten.sessionId()) + " FORGOTTEN");
            }
        }
        return words;
    }

    private String words(Change.Revision revision) {
        Session session = revision.session();
        return start(session.id(), session.startedAt()) + " #" + revision.number() + " " + revision.status()
                + (revision.open() ? " open " : " ") + time(session.startedAt()) + "-" + time(session.endedAt());
    }

    private String start(SessionId id, long startedAt) {
        return starts.computeIfAbsent(id, unknown -> time(startedAt));
    }

    private static String time(long moment) {
        return Instant.ofEpochMilli(moment).atZone(ZoneOffset.UTC).toLocalTime().toString();
    }
}
