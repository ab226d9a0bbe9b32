package dev.segue.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.semantics.SessionSemantics;
import java.util.Comparator;
import java.util.List;

/** The incremental implementation fulfils {@link SessionSemantics}. */
class IncrementalSemanticsTest extends SessionSemantics {

    @Override
    public List<Session> sessionsOf(List<PlaybackEvent> accepted, SessionRules rules) {
        SessionsInMemory stream = new SessionsInMemory(rules);
        accepted.forEach(event -> stream.accept(event, Clocks.at(Clocks.NOT_STARTED)));
        stream.advance(Clocks.at(Clocks.ENDED));
        assertThat(stream.isEmpty()).as("nothing is left").isTrue();
        return stream.current().stream()
                .sorted(Comparator.comparing(Session::listener).thenComparingLong(Session::startedAt))
                .toList();
    }
}
