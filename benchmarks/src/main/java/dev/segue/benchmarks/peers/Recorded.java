package dev.segue.benchmarks.peers;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Passes on a log, and remembers which plays were in it: 20 bytes each, so that millions of them fit. */
final class Recorded implements Iterator<PlaybackEvent> {

    private final Iterator<PlaybackEvent> log;
    private int[] listeners = new int[1 << 16];
    private long[] starts = new long[1 << 16];
    private long[] ends = new long[1 << 16];
    private int size;
    private long latest = Long.MIN_VALUE;

    Recorded(Iterator<PlaybackEvent> log) {
        this.log = log;
    }

    @Override
    public boolean hasNext() {
        return log.hasNext();
    }

    @Override
    public PlaybackEvent next() {
        PlaybackEvent event = log.next();
        if (size == starts.length) {
            listeners = Arrays.copyOf(listeners, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        listeners[size] = Key.numberOf(event.listener());
        starts[size] = ((TrackEnded) event.detail()).startedAt();
        ends[size] = event.occurredAt();
        latest = Math.max(latest, event.occurredAt());
        size++;
        return event;
    }

    /** When the latest play so far ended. */
    long latest() {
        return latest;
    }

    /** The sessions of the plays so far, by the batch reference. */
    Map<Key, Totals> sessions(SessionRules rules) {
        Map<Key, Totals> sessions = new HashMap<>();
        int[] byListener = byListener();
        for (int from = 0; from < size; ) {
            int listener = listeners[byListener[from]];
            List<PlaybackEvent> plays = new ArrayList<>();
            int to = from;
            for (; to < size && listeners[byListener[to]] == listener; to++) {
                plays.add(play(byListener[to]));
            }
            for (Session session : BatchReference.sessionsOf(plays, rules)) {
                sessions.put(
                        new Key(listener, session.startedAt()),
                        new Totals(session.endedAt(), session.plays(), session.listenedMs()));
            }
            from = to;
        }
        return sessions;
    }

    /** The plays' numbers, ordered by listener, by counting. */
    private int[] byListener() {
        int[] next = new int[Arrays.stream(listeners, 0, size).max().orElse(0) + 2];
        for (int i = 0; i < size; i++) {
            next[listeners[i] + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] ordered = new int[size];
        for (int i = 0; i < size; i++) {
            ordered[next[listeners[i]]++] = i;
        }
        return ordered;
    }

    private PlaybackEvent play(int number) {
        long played = ends[number] - starts[number];
        return new PlaybackEvent(
                "u" + listeners[number],
                Integer.toString(number),
                Device.UNKNOWN,
                ends[number],
                null,
                null,
                0,
                null,
                null,
                false,
                new TrackEnded(
                        null, null, Content.TRACK, starts[number], played, EndReason.COMPLETED, null, null, false),
                TrackFacts.UNKNOWN);
    }
}
