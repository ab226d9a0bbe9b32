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
    private int unlisted;
    private int longestUnlisted;

    /** Without plays. */
    public Runs(ListeningRules rules) {
        this.rules = rules;
    }

    /** Continues from the runs so far. */
    public Runs(SoFar before, ListeningRules rules) {
        this.rules = rules;
        this.unlisted = before.unlisted();
        this.longestUnlisted = before.longestUnlisted();
        for (Growth growth : before.listed()) {
            Growing run = new Growing(growth);
            runs.add(run);
            if (growth.canGrow()) {
                onDevice.put(growth.run().deviceId(), run);
            }
        }
    }

    /** A search, which breaks the run on its device. */
    public record Search(long at, String eventId, String deviceId) {}

    /**
     * A run that may still grow, or has ended.
     *
     * @param run as it is now
     * @param sound when it sounded
     * @param unskipped its last plays, as many as were not skipped
     * @param canGrow whether the next play on its device may continue it
     */
    public record Growth(Run run, Stretches sound, int unskipped, boolean canGrow) {}

    /**
     * The runs so far.
     *
     * @param listed in order of their first plays; at most {@link Run#MOST_LISTED} of playlists and as many of albums and
     *     radios, and those that can grow
     * @param unlisted how many other runs of playlists there are
     * @param longestUnlisted songs of the longest of these
     */
    public record SoFar(List<Growth> listed, int unlisted, int longestUnlisted) {

        public static final SoFar NONE = new SoFar(List.of(), 0, 0);

        public SoFar {
            listed = List.copyOf(listed);
        }
    }

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
                runs.addSearch(sorted.get(next).deviceId());
                next++;
            }
            runs.add(play);
        }
        return runs.list();
    }

    private static boolean comesBefore(Search search, Play play) {
        int byStart = Long.compare(search.at(), play.startedAt());
        if (byStart != 0) {
            return byStart < 0;
        }
        int byEnd = Long.compare(search.at(), play.endedAt());
        return byEnd != 0 ? byEnd < 0 : search.eventId().compareTo(play.eventId()) < 0;
    }

    /** Adds the next play, in play order. */
    public void add(Play play) {
        PlayContext context = play.context();
        if (context == null) {
            return;
        }
        String device = play.device().id();
        Growing current = onDevice.get(device);
        if (current != null && current.context.equals(context)) {
            current.add(play);
        } else if (holdsListeners(context.type())) {
            Growing begun = new Growing(play);
            onDevice.put(device, begun);
            runs.add(begun);
        } else {
            onDevice.remove(device);
        }
    }

    /** Adds a search that comes before the next play, in play order. */
    public void addSearch(String deviceId) {
        onDevice.remove(deviceId);
    }

    /** The runs so far that are listed, in order of their first plays. */
    public List<Run> list() {
        List<Run> found = new ArrayList<>(runs.size());
        for (Growing run : runs) {
            found.add(run.run());
        }
        return found;
    }

    /** How many runs of playlists there are that are not listed, because too many are. */
    public int unlisted() {
        return unlisted;
    }

    /** Songs of the longest run of a playlist that is not listed; 0 if there is none. */
    public int longestUnlisted() {
        return longestUnlisted;
    }

    /**
     * The runs so far, to continue from; of those that have ended, only as many as a session lists.
     *
     * @param until no play that is added later starts earlier
     */
    public SoFar soFar(long until) {
        List<Growth> listed = new ArrayList<>();
        int of = unlisted;
        int longest = longestUnlisted;
        int playlists = 0;
        int others = 0;
        for (Growing run : runs) {
            boolean canGrow = onDevice.get(run.deviceId) == run;
            boolean isOfPlaylist = run.context.type() == PlayContext.Type.PLAYLIST;
            int before = isOfPlaylist ? playlists++ : others++;
            if (before < Run.MOST_LISTED || canGrow) {
                listed.add(run.growth(until, canGrow));
            } else if (isOfPlaylist) {
                of++;
                longest = Math.max(longest, run.songs);
            }
        }
        return new SoFar(listed, of, longest);
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
        private final String deviceId;
        private final Device.Type deviceType;
        private final long startedAt;
        private final Stretches sound;
        private final List<Integer> skippedSongs;
        private long endedAt;
        private int songs;
        private int counted;
        private Skips skips = Skips.NONE;
        private int unskipped;
        private int longestUnskipped;

        Growing(Play first) {
            context = first.context();
            deviceId = first.device().id();
            deviceType = first.device().type();
            startedAt = first.startedAt();
            sound = new Stretches();
            skippedSongs = new ArrayList<>();
            endedAt = startedAt;
            add(first);
        }

        Growing(Growth growth) {
            Run run = growth.run();
            context = run.context();
            deviceId = run.deviceId();
            deviceType = run.deviceType();
            startedAt = run.startedAt();
            sound = growth.sound().copy();
            skippedSongs = new ArrayList<>(run.skippedSongs());
            endedAt = run.endedAt();
            songs = run.songs();
            counted = run.countedPlays();
            skips = run.skips();
            unskipped = growth.unskipped();
            longestUnskipped = run.longestUnskipped();
        }

        void add(Play play) {
            songs++;
            sound.add(play.soundedFrom(), play.endedAt());
            endedAt = Math.max(endedAt, play.endedAt());
            counted += play.isCounted(rules) ? 1 : 0;
            skips = skips.with(play, rules);
            if (play.isSkip() && songs <= Run.MOST_NUMBERED) {
                skippedSongs.add(songs);
            }
            unskipped = play.isSkip() ? 0 : unskipped + 1;
            longestUnskipped = Math.max(longestUnskipped, unskipped);
        }

        Run run() {
            boolean left = unskipped == 0;
            return new Run(
                    context,
                    deviceId,
                    deviceType,
                    startedAt,
                    endedAt,
                    songs,
                    counted,
                    skips,
                    skippedSongs,
                    sound.length(),
                    longestUnskipped,
                    left && counted < Run.SETTLED_IN);
        }

        Growth growth(long until, boolean canGrow) {
            Stretches since = sound.copy();
            since.settle(until);
            return new Growth(run(), since, unskipped, canGrow);
        }
    }
}
