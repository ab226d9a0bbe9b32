package dev.segue.domain.signal;

import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.ranking.Ranking;

/**
 * Accepts the events of a listener and emits what is known about them right now.
 *
 * <p>Signals never go back in time: their {@code asOf} is the time of the newest event so far. An older event corrects
 * the retained state; if that changes anything but the songs, it emits a signal with the same newest time. So a
 * consumer that waits for the next song learns that the last one was skipped without waiting for the next event.
 */
public final class SignalRule {

    private final SignalRules rules;
    private final Ranking ranking;
    private final String version;

    /**
     * A rule for any number of listeners.
     *
     * @param songs to choose from; queried anew for every signal
     */
    public SignalRule(SignalRules rules, Songs songs) {
        this.rules = rules;
        this.ranking = new Ranking(rules.rankingPolicies(), songs, rules.nextSongs());
        this.version = rules.version();
    }

    /**
     * The result of an event.
     *
     * @param signal the signal it triggered, or null
     */
    public record Result(Outcome outcome, Signal signal) {}

    /**
     * Accepts one usable event.
     *
     * @param memory of its listener; changed in place
     * @param acceptance the acceptance clock
     */
    public Result accept(PlaybackEvent event, RecentListening memory, long acceptance) {
        long at = event.occurredAt();
        if (rules.isLate(at, acceptance)) {
            return new Result(Outcome.LATE, null);
        }
        long fingerprint = ContentFingerprint.of(event);
        if (memory.knows(fingerprint)) {
            return new Result(Outcome.DUPLICATE, null);
        }
        if (memory.isBeyond(at)) {
            return new Result(Outcome.LATE, null);
        }
        boolean isNewest = at >= memory.asOf;
        Now before = isNewest ? null : Reading.of(memory, rules);
        memory.remember(RecentEvent.of(event, fingerprint, rules), rules);
        Now now = Reading.of(memory, rules);
        if (!isNewest && now.saysTheSameAs(before)) {
            return new Result(Outcome.ACCEPTED, null);
        }
        memory.asOf = now.asOf();
        memory.sequence = Math.max(memory.sequence + 1, now.asOf());
        return new Result(Outcome.ACCEPTED, signal(event, memory, now));
    }

    private Signal signal(PlaybackEvent event, RecentListening memory, Now now) {
        return new Signal(
                event.listener(),
                memory.sequence,
                event.eventId(),
                memory.asOf,
                now.session(),
                now.run(),
                now.skipStreak(),
                now.mood(),
                now.heading(),
                ranking.nextSongs(now),
                AdPolicies.judge(rules.adPolicies(), now),
                version);
    }
}
