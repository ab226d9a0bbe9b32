package dev.segue.adapters.files.history;

import dev.segue.domain.history.TrackName;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tracks are called, by their ids, as rows of histories say. Where rows differ they are merged; if there are more
 * tracks than fit, those with the alphabetically first ids stay. So the order of files and rows does not matter.
 * Thread-safe.
 */
public final class TrackNames {

    /** As many as usually fit; they take about 200 bytes each, 60 MB in all. */
    public static final int USUAL = 300_000;

    private final int most;
    private final TreeMap<String, TrackName> names = new TreeMap<>();
    /** Artists and albums have many tracks; their names are stored once. */
    private final Map<String, String> texts = new HashMap<>();

    private boolean full;

    private TrackNames(int most) {
        this.most = most;
    }

    /** With room for so many tracks; 0 for those of no interest. */
    public static TrackNames atMost(int most) {
        return new TrackNames(most);
    }

    /** Adds what a row says; ignored if it has no track or no name. */
    synchronized void add(String trackId, TrackName name) {
        if (most == 0 || trackId == null || name.equals(TrackName.UNKNOWN)) {
            return;
        }
        TrackName known = names.get(trackId);
        if (known != null) {
            TrackName both = known.and(name);
            if (!both.equals(known)) {
                names.put(trackId, stored(both));
            }
        } else if (names.size() < most) {
            names.put(trackId, stored(name));
        } else {
            full = true;
            if (trackId.compareTo(names.lastKey()) < 0) {
                names.pollLastEntry();
                names.put(trackId, name);
            }
        }
    }

    /** What the track is called; {@link TrackName#UNKNOWN} if no row says. */
    public synchronized TrackName of(String trackId) {
        return trackId == null ? TrackName.UNKNOWN : names.getOrDefault(trackId, TrackName.UNKNOWN);
    }

    /** Whether names of some tracks did not fit. */
    public synchronized boolean isFull() {
        return full;
    }

    private TrackName stored(TrackName name) {
        return new TrackName(name.title(), once(name.artist()), once(name.album()));
    }

    private String once(String text) {
        return text == null ? null : texts.computeIfAbsent(text, same -> same);
    }
}
