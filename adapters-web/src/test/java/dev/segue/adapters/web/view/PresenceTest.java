package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.adapters.web.view.Presence.State;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.signal.now.Signal;
import org.junit.jupiter.api.Test;

/** When the page says that a listener has left. */
class PresenceTest {

    private static final long GAP = 15 * 60_000;

    private Memory memory = new Memory(Bounds.USUAL);

    @Test
    void a_listener_with_an_event_within_the_session_gap_is_there() {
        Signal anna = Audience.signal("anna", 1, 3);
        long received = anna.asOf() + 200;
        memory.take(anna, received);

        assertThat(anna(received)).isEqualTo(new Presence(State.HERE, anna.asOf(), 0, GAP, received));
        assertThat(anna(received + GAP).state()).isEqualTo(State.HERE);
    }

    @Test
    void a_listener_without_an_event_for_longer_than_the_session_gap_has_left() {
        Signal anna = Audience.signal("anna", 1, 3);
        long received = anna.asOf() + 200;
        memory.take(anna, received);

        memory.take(Audience.signal("ben", 1 + (int) (GAP / 1000), 3), received);
        assertThat(anna(received).state()).isEqualTo(State.HERE);

        memory.take(Audience.signal("ben", 2 + (int) (GAP / 1000), 3), received);
        assertThat(anna(received)).isEqualTo(new Presence(State.LEFT, anna.asOf(), GAP + 1000, GAP, received));
    }

    @Test
    void where_nothing_of_anyone_comes_it_is_not_known_who_is_there() {
        Signal anna = Audience.signal("anna", 1, 3);
        memory.take(anna, anna.asOf());
        memory.take(Audience.signal("ben", 2, 3), anna.asOf() + 60_000);

        assertThat(anna(anna.asOf() + 60_000 + GAP).state()).isEqualTo(State.HERE);
        assertThat(anna(anna.asOf() + 60_001 + GAP).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void the_session_gap_is_the_configured_one() {
        memory = new Memory(
                Bounds.USUAL, AlertSettings.BY_DEFAULT, new RulesOfListening(2 * GAP, ListeningRules.DEFAULT));
        Signal anna = Audience.signal("anna", 1, 3);
        long received = anna.asOf() + 200;
        memory.take(anna, received);

        assertThat(anna(received + 2 * GAP).state()).isEqualTo(State.HERE);
        assertThat(anna(received + 2 * GAP + 1).state()).isEqualTo(State.UNKNOWN);

        memory.take(Audience.signal("ben", 1 + (int) (2 * GAP / 1000), 3), received);
        assertThat(anna(received).state()).isEqualTo(State.HERE);

        memory.take(Audience.signal("ben", 2 + (int) (2 * GAP / 1000), 3), received);
        assertThat(anna(received)).isEqualTo(new Presence(State.LEFT, anna.asOf(), 2 * GAP + 1000, 2 * GAP, received));
    }

    @Test
    void of_whom_nothing_is_known_nothing_is_said() {
        assertThat(anna(Audience.NOW)).isNull();
    }

    private Presence anna(long now) {
        return ListenerView.of(memory, "anna", now).presence();
    }
}
