package dev.segue.domain.timeline;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/**
 * Proof that the listener was there: the interval of a play, a piece of one that was paused for long, or an instant.
 *
 * @param from when it begins
 * @param to when it ends; not before {@code from}
 * @param owner whether the event belongs where this activity is; exactly one activity of each event says so, the last
 * @param fingerprint of the event's content; orders what is otherwise alike
 * @param kept the event that proves it
 */
public record Activity(long from, long to, boolean owner, long fingerprint, RetainedEvent kept) {

    /** The one order of a listener's activities. */
    public static final Comparator<Activity> ORDER = Comparator.comparingLong(Activity::from)
            .thenComparingLong(Activity::to)
            .thenComparing(activity -> activity.event().eventId())
            .thenComparingLong(Activity::fingerprint);

    public Activity {
        requireNonNull(kept, "kept");
        if (to < from) {
            throw new IllegalArgumentException(
                    "an activity must not end before it begins, but it is " + from + " to " + to);
        }
    }

    /** An activity whose event is at hand. */
    public Activity(long from, long to, boolean owner, long fingerprint, PlaybackEvent event) {
        this(from, to, owner, fingerprint, new AtHand(requireNonNull(event, "event")));
    }

    /** An event that nobody has packed. */
    record AtHand(PlaybackEvent event) implements RetainedEvent {}

    /** The event that proves it. */
    public PlaybackEvent event() {
        return kept.event();
    }

    /** Equal events make equal activities, however they are kept. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Activity that
                && from == that.from
                && to == that.to
                && owner == that.owner
                && fingerprint == that.fingerprint
                && event().equals(that.event());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(from * 31 + fingerprint);
    }
}
