package dev.segue.domain.timeline;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/**
 * Proof that the listener was there: the interval of a play, a piece of a broken play, or an instant.
 *
 * @param from when it begins
 * @param to when it ends; not before {@code from}
 * @param owner whether the event belongs to this activity; true for exactly one activity of each event, the last
 * @param fingerprint of the event's content; orders activities that are otherwise equal
 * @param retained the event that proves it
 */
public record Activity(long from, long to, boolean owner, long fingerprint, RetainedEvent retained) {

    /** The order of a listener's activities. */
    public static final Comparator<Activity> ORDER = Comparator.comparingLong(Activity::from)
            .thenComparingLong(Activity::to)
            .thenComparing(activity -> activity.event().eventId())
            .thenComparingLong(Activity::fingerprint);

    public Activity {
        requireNonNull(retained, "kept");
        if (to < from) {
            throw new IllegalArgumentException(
                    "an activity must not end before it begins, but it is " + from + " to " + to);
        }
    }

    /** An activity with its event in memory. */
    public Activity(long from, long to, boolean owner, long fingerprint, PlaybackEvent event) {
        this(from, to, owner, fingerprint, new AtHand(requireNonNull(event, "event")));
    }

    /** An event that is not packed. */
    record AtHand(PlaybackEvent event) implements RetainedEvent {}

    /** The event that proves it. */
    public PlaybackEvent event() {
        return retained.event();
    }

    /** Activities with equal events are equal, however the events are stored. */
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
