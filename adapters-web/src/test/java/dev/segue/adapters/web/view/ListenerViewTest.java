package dev.segue.adapters.web.view;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the page shows the plays of a listener. */
class ListenerViewTest {

    private static final long GAP = 15 * 60_000;

    @Test
    void how_soon_a_play_was_skipped_is_judged_by_the_configured_rules() {
        assertThat(skips(RulesOfListening.BY_DEFAULT)).containsExactly("QUICK", "EARLY", "EARLY", "LATE", null);
        assertThat(skips(new RulesOfListening(GAP, new ListeningRules(10_000, 20_000, 30_000, 60_000, 600_000))))
                .containsExactly("QUICK", "QUICK", "LATE", "LATE", null);
    }

    @Test
    void a_track_has_the_title_of_the_catalogue_or_only_its_id() {
        Memory memory = new Memory(Bounds.USUAL);
        Audience.joined(memory);
        Audience.signal(memory, "anna", 1, 3);
        Audience.titles(memory);
        ListenerView view = ListenerView.of(memory, "anna", Audience.NOW);

        assertThat(view.sessions())
                .flatExtracting(ListenerView.OneSession::plays)
                .extracting(ListenerView.OnePlay::track)
                .contains(
                        new TrackView("track-25", "Hollow Rain", "The Quiet Hotel"),
                        new TrackView("track-26", null, null));
        assertThat(view.signal().nextSongs())
                .extracting(SignalView.NextSong::track)
                .contains(new TrackView("track-28", "Velvet Tides", "The Quiet Hotel"));
    }

    private static List<String> skips(RulesOfListening rules) {
        Memory memory = new Memory(Bounds.USUAL, AlertSettings.BY_DEFAULT, rules);
        EmittedSession session = aSessionOf("anna")
                .from("09:00")
                .skip("a", 4)
                .skip("b", 8)
                .skip("c", 25)
                .skip("d", 40)
                .play("e", 60);
        memory.take(session.revision(1, Change.Status.EARLY, true));
        memory.take(session.plays(1));
        return ListenerView.of(memory, "anna", Audience.NOW).sessions().get(0).plays().stream()
                .map(ListenerView.OnePlay::skip)
                .toList();
    }
}
