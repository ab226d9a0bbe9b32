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
 * All that is kept of one listener: the latest moments, as it happened, and what had been told. It is bounded, whatever
 * the listener does.
 */
public final class RecentListening {

    /** Before anything was told, or forgotten. */
    public static final long NEVER = Long.MIN_VALUE;

    final List<RecentEvent> moments;
    Beginning beginning;
    long purgedUntil;
    long asOf;
    long sequence;

    /** A listener never heard of. */
    public RecentListening() {
        this(List.of(), null, NEVER, NEVER, NEVER);
    }

    /**
     * What was kept.
     *
     * @param moments as it happened
     * @param beginning what is left of the latest that were forgotten, or null
     * @param purgedUntil when the latest that was forgotten occurred, or {@link #NEVER}
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

    /** Whether it occurred before what is still remembered, so that nobody can say whether it is known. */
    boolean isBeyond(long occurredAt) {
        return occurredAt <= purgedUntil;
    }

    /** Puts it in its place, and lets go of the oldest when there are too many. */
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
