package dev.segue.domain.signal;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.ListenedTime;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.signal.RecentEvent.Played;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The state of one listener: the latest events in order of time, and the position of the latest signal. Bounded,
 * whatever the listener does.
 */
public final class RecentListening {

    /** Before anything was emitted or purged. */
    public static final long NEVER = Long.MIN_VALUE;

    final List<RecentEvent> moments;
    Beginning beginning;
    long purgedUntil;
    long asOf;
    long sequence;

    /** A new listener. */
    public RecentListening() {
        this(List.of(), null, NEVER, NEVER, NEVER);
    }

    /**
     * Restores stored state.
     *
     * @param moments in order of time
     * @param beginning aggregate of the latest purged events, or null
     * @param purgedUntil when the latest purged event occurred, or {@link #NEVER}
     * @param asOf the time of the latest signal, or {@link #NEVER}
     * @param sequence of the latest signal, or {@link #NEVER}
     */
    public RecentListening(List<RecentEvent> moments, Beginning beginning, long purgedUntil, long asOf, long sequence) {
        this.moments = new ArrayList<>(moments);
        this.beginning = beginning;
        this.purgedUntil = purgedUntil;
        this.asOf = asOf;
        this.sequence = sequence;
    }

    public List<RecentEvent> moments() {
        return Collections.unmodifiableList(moments);
    }

    public Beginning beginning() {
        return beginning;
    }

    public long purgedUntil() {
        return purgedUntil;
    }

    public long asOf() {
        return asOf;
    }

    public long sequence() {
        return sequence;
    }

    boolean knows(long fingerprint) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            if (moments.get(i).fingerprint() == fingerprint) {
                return true;
            }
        }
        return false;
    }

    /** Whether it occurred before the retained events, so that duplicates of it cannot be recognised. */
    boolean isBeyond(long occurredAt) {
        return occurredAt <= purgedUntil;
    }

    /** Inserts an event in order, and evicts the oldest if there are too many. */
    void remember(RecentEvent moment, SignalRules rules) {
        requireNonNull(moment, "moment");
        int place = moments.size();
        while (place > 0 && RecentEvent.AS_IT_HAPPENED.compare(moments.get(place - 1), moment) > 0) {
            place--;
        }
        moments.add(place, moment);
        if (moments.size() > rules.mostRemembered()) {
            forgetOldest(rules);
        }
    }

    private void forgetOldest(SignalRules rules) {
        long listenedBefore = ListenedTime.of(playsIn(moments));
        RecentEvent oldest = moments.remove(0);
        Beginning share = shareOf(oldest, listenedBefore - ListenedTime.of(playsIn(moments)), rules);
        boolean goesOn = beginning != null && share.from() - beginning.until() <= rules.gapMs();
        beginning = goesOn ? beginning.plus(share) : share;
        purgedUntil = oldest.at();
    }

    private static Beginning shareOf(RecentEvent moment, long listenedMs, SignalRules rules) {
        List<Play> plays = playsIn(List.of(moment));
        int counted = plays.isEmpty() || !plays.get(0).isCounted(rules.listening()) ? 0 : 1;
        Skips skips = Skips.in(plays, rules.listening());
        return new Beginning(moment.from(), moment.at(), plays.size(), counted, skips, listenedMs);
    }

    /** The plays among them, in play order. */
    static List<Play> playsIn(List<RecentEvent> moments) {
        List<Play> plays = new ArrayList<>(moments.size());
        for (RecentEvent moment : moments) {
            if (moment instanceof Played played) {
                plays.add(played.play());
            }
        }
        plays.sort(Play.ORDER);
        return plays;
    }
}
