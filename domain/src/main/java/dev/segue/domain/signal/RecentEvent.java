package dev.segue.domain.signal;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.AdEnded;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Detail.TrackStarted;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/** A retained event: only what signals need. */
public sealed interface RecentEvent {

    /** By time of occurrence; events at the same time in an order that does not depend on arrival. */
    Comparator<RecentEvent> AS_IT_HAPPENED =
            Comparator.comparingLong(RecentEvent::at).thenComparingLong(RecentEvent::fingerprint);

    /** Digest of the event's content. */
    long fingerprint();

    /** When the event occurred. */
    long at();

    /** From when on the event proves its listener's presence. */
    default long from() {
        return at();
    }

    /**
     * A track ended.
     *
     * @param from from when on it proves presence
     */
    record Played(long fingerprint, long from, Play play) implements RecentEvent {
        public Played {
            requireNonNull(play, "play");
        }

        @Override
        public long at() {
            return play.endedAt();
        }
    }

    /**
     * A track began to sound.
     *
     * @param trackId or null
     * @param context or null
     */
    record Started(long fingerprint, long at, String deviceId, String trackId, PlayContext context)
            implements RecentEvent {}

    /** A search. */
    record Searched(long fingerprint, long at, String eventId, String deviceId) implements RecentEvent {}

    /** An ad ended. */
    record AdPlayed(long fingerprint, long at) implements RecentEvent {}

    /** Anything else that proves presence. */
    record Present(long fingerprint, long from, long at) implements RecentEvent {}

    /** The part of {@code event} to retain. */
    static RecentEvent of(PlaybackEvent event, long fingerprint, SignalRules rules) {
        long at = event.occurredAt();
        String device = event.device().id();
        if (event.detail() instanceof TrackEnded ended) {
            long from = presentFrom(ended, at, rules);
            return ended.content() == Content.TRACK
                    ? new Played(fingerprint, from, leanPlay(event, rules))
                    : new Present(fingerprint, from, at);
        }
        if (event.detail() instanceof TrackStarted started) {
            return new Started(fingerprint, at, device, started.trackId(), started.context());
        }
        if (event.detail() instanceof SearchPerformed) {
            return new Searched(fingerprint, at, event.eventId(), device);
        }
        return event.detail() instanceof AdEnded ? new AdPlayed(fingerprint, at) : new Present(fingerprint, at, at);
    }

    /** The play, without what no signal needs. */
    private static Play leanPlay(PlaybackEvent event, SignalRules rules) {
        Play play = Play.of(event, rules.maxPlayMs());
        return new Play(
                play.eventId(),
                null,
                play.startedAt(),
                play.endedAt(),
                play.playedMs(),
                play.endReason(),
                null,
                play.trackId(),
                play.context(),
                play.device(),
                null,
                play.offline(),
                play.track());
    }

    /** For a play that was silent for longer than the session gap, only the interval in which it last sounded. */
    private static long presentFrom(TrackEnded ended, long at, SignalRules rules) {
        long played = Play.clampedPlayed(ended, at, rules.maxPlayMs());
        boolean broken = at - ended.startedAt() - played > rules.gapMs();
        return broken ? at - played : Math.max(ended.startedAt(), at - rules.maxPlayMs());
    }
}
