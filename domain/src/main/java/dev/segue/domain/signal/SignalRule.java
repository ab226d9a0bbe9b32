package dev.segue.domain.signal;

import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.Trigger;
import dev.segue.domain.signal.ranking.Ranking;
import dev.segue.domain.signal.ranking.Suggestions;

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
        Trigger trigger = new Trigger(event.eventId(), causeOf(event), !isNewest);
        return new Result(Outcome.ACCEPTED, signal(event.listener(), trigger, memory, now));
    }

    private static Cause causeOf(PlaybackEvent event) {
        Detail detail = event.detail();
        if (detail instanceof TrackEnded ended) {
            return ended.endReason().isListenersChoice() ? Cause.TRACK_SKIPPED : Cause.TRACK_ENDED;
        }
        if (detail instanceof TrackStarted) {
            return Cause.TRACK_STARTED;
        }
        if (detail instanceof PlaybackPaused) {
            return Cause.PAUSED;
        }
        if (detail instanceof PlaybackResumed) {
            return Cause.RESUMED;
        }
        return detail instanceof SearchPerformed ? Cause.SEARCHED : Cause.AD_ENDED;
    }

    private Signal signal(String listener, Trigger trigger, RecentListening memory, Now now) {
        Suggestions suggestions = ranking.suggest(now);
        return new Signal(
                listener,
                memory.sequence,
                trigger,
                memory.asOf,
                now.session(),
                now.run(),
                now.skipStreak(),
                now.mood(),
                now.heading(),
                suggestions.songs(),
                suggestions.leftOut(),
                AdPolicies.judge(rules.adPolicies(), now),
                version);
    }
}
