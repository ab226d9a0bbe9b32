package dev.segue.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal;

/** One listener whose events a test sends, and what is known about them after each. */
public final class ListenerNow {

    private final SignalRules rules;
    private final SignalRule rule;
    private final RecentListening memory = new RecentListening();
    private long acceptance = Clocks.NOT_STARTED;
    private Outcome outcome;
    private Signal latest;

    private ListenerNow(SignalRules rules, Songs songs) {
        this.rules = rules;
        this.rule = new SignalRule(rules, songs);
    }

    /** A listener with the default rules and no catalogue. */
    public static ListenerNow listener() {
        return listener(SignalRules.DEFAULT, Songs.NONE);
    }

    public static ListenerNow listener(SignalRules rules, Songs songs) {
        return new ListenerNow(rules, songs);
    }

    /** Sends these events in order; each must be accepted. */
    public ListenerNow does(EventBuilder<?>... events) {
        for (EventBuilder<?> event : events) {
            receives(event.build());
            assertThat(outcome).isEqualTo(Outcome.ACCEPTED);
        }
        return this;
    }

    /** Sends one event; returns the signal that it triggered, or null. */
    public Signal receives(PlaybackEvent event) {
        SignalRule.Result accepted = rule.accept(event, memory, acceptance);
        outcome = accepted.outcome();
        latest = accepted.signal() == null ? latest : accepted.signal();
        return accepted.signal();
    }

    public ListenerNow acceptanceClockIs(long time) {
        acceptance = time;
        return this;
    }

    /** The outcome of the latest event. */
    public Outcome outcome() {
        return outcome;
    }

    /** The latest signal. */
    public Signal signal() {
        return latest;
    }

    /** The input of policies. */
    public Now now() {
        return Reading.of(memory, rules);
    }

    RecentListening memory() {
        return memory;
    }
}
