package dev.segue.domain.listening;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the runs of a session on each device: consecutive plays from one playlist, album or radio. */
public final class Runs {

    private static final Comparator<Search> IN_ORDER =
            Comparator.comparingLong(Search::at).thenComparing(Search::eventId);

    private final ListeningRules rules;
    private final Map<String, Growing> onDevice = new HashMap<>();
    private final List<Growing> runs = new ArrayList<>();

    private Runs(ListeningRules rules) {
        this.rules = rules;
    }

    /** A search, which breaks the run on its device. */
    public record Search(long at, String eventId, String deviceId) {}

    /**
     * The runs among these plays, those from albums and radios included.
     *
     * @param plays in play order
     * @param searches in any order
     * @return in order of their first plays
     */
    public static List<Run> in(List<Play> plays, List<Search> searches, ListeningRules rules) {
        List<Search> sorted = new ArrayList<>(searches);
        sorted.sort(IN_ORDER);
        Runs runs = new Runs(rules);
        int next = 0;
        for (Play play : plays) {
            while (next < sorted.size() && comesBefore(sorted.get(next), play)) {
                runs.onDevice.remove(sorted.get(next).deviceId());
                next++;
            }
            runs.add(play);
        }
        List<Run> found = new ArrayList<>(runs.runs.size());
        for (Growing run : runs.runs) {
            found.add(run.run());
        }
        return found;
    }

    private static boolean comesBefore(Search search, Play play) {
        int byStart = Long.compare(search.at(), play.startedAt());
        if (byStart != 0) {
            return byStart < 0;
        }
        int byEnd = Long.compare(search.at(), play.endedAt());
        return byEnd != 0 ? byEnd < 0 : search.eventId().compareTo(play.eventId()) < 0;
    }

    private void add(Play play) {
        PlayContext context = play.context();
        if (context == null) {
            return;
        }
        String device = play.device().id();
        Growing current = onDevice.get(device);
        if (current != null && current.context.equals(context)) {
            current.add(play);
        } else if (holdsListeners(context.type())) {
            Growing begun = new Growing(context, play.device(), play.startedAt());
            begun.add(play);
            onDevice.put(device, begun);
            runs.add(begun);
        } else {
            onDevice.remove(device);
        }
    }

    /**
     * Whether a context of this type offers several plays that somebody put together, so that listeners stay with it.
     */
    private static boolean holdsListeners(PlayContext.Type type) {
        return switch (type) {
            case PLAYLIST, ALBUM, RADIO -> true;
            case ARTIST, COLLECTION, SEARCH, UNKNOWN -> false;
        };
    }

    /** A run that may still grow. */
    private final class Growing {
        private final PlayContext context;
        private final Device device;
        private final long startedAt;
        private final Stretches sound = new Stretches();
        private final List<Play> plays = new ArrayList<>();
        private final List<Integer> skippedSongs = new ArrayList<>();
        private long endedAt;
        private int counted;
        private int unskipped;
        private int longestUnskipped;

        Growing(PlayContext context, Device device, long startedAt) {
            this.context = context;
            this.device = device;
            this.startedAt = startedAt;
            this.endedAt = startedAt;
        }

        void add(Play play) {
            plays.add(play);
            sound.add(play.soundedFrom(), play.endedAt());
            endedAt = Math.max(endedAt, play.endedAt());
            counted += play.isCounted(rules) ? 1 : 0;
            if (play.isSkip() && plays.size() <= Run.MOST_NUMBERED) {
                skippedSongs.add(plays.size());
            }
            unskipped = play.isSkip() ? 0 : unskipped + 1;
            longestUnskipped = Math.max(longestUnskipped, unskipped);
        }

        Run run() {
            boolean left = plays.get(plays.size() - 1).isSkip();
            return new Run(
                    context,
                    device.id(),
                    device.type(),
                    startedAt,
                    endedAt,
                    plays.size(),
                    counted,
                    Skips.in(plays, rules),
                    skippedSongs,
                    sound.length(),
                    longestUnskipped,
                    left && counted < Run.SETTLED_IN);
        }
    }
}
