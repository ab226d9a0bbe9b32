package dev.segue.domain.reference;

import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/**
 * One interval over which an event proves that its listener was there.
 *
 * @param decides whether it is the event's last piece: the event belongs to the session of that one
 */
record Activity(PlaybackEvent event, Stretch piece, boolean decides) {

    static final Comparator<Activity> ORDER = Comparator.comparingLong(Activity::from)
            .thenComparingLong(Activity::to)
            .thenComparing(Activity::event, Order.BY_ID_AND_CONTENT);

    long from() {
        return piece.from();
    }

    long to() {
        return piece.to();
    }
}
