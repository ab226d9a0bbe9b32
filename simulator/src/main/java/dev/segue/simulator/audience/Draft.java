package dev.segue.simulator.audience;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.plan.PlannedSession;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be found for one sitting, recorded while it is staged. Times are correct: no clock error is applied yet.
 */
final class Draft {

    private static final int MOST_RUNS = 200;
    private static final long COUNTS_FROM_MS = 30_000;
    private static final long QUICK_UNDER_MS = 5_000;
    private static final long EARLY_UNDER_MS = 30_000;

    private record Sound(long from, long to) {}

    private static final class Following {
        private final long since;
        private final PlayContext playlist;
        private int songs;

        Following(long since, PlayContext playlist) {
            this.since = since;
            this.playlist = playlist;
        }
    }

    private final Persona who;
    private final List<Sound> sounds = new ArrayList<>();
    private final List<Following> followed = new ArrayList<>();
    private final Map<Device, Following> following = new HashMap<>();
    private final Set<Device> devices = new HashSet<>();
    private long startedAt = Long.MAX_VALUE;
    private long endedAt = Long.MIN_VALUE;
    private int events;
    private int plays;
    private int countedPlays;
    private int quickSkips;
    private int earlySkips;
    private int lateSkips;

    Draft(Persona who) {
        this.who = who;
    }

    /** The listener is present during this interval. */
    void there(long from, long to) {
        startedAt = Math.min(startedAt, from);
        endedAt = Math.max(endedAt, to);
    }

    /** A client reports an event. */
    void reportedBy(Device device) {
        events++;
        devices.add(device);
    }

    /**
     * A track ended.
     *
     * @param from when the play began
     * @param to when it ended
     * @param soundedMs the played time, taken to be just before the end
     * @param left whether the listener left it
     * @param context what it was played from, or null; anything but a playlist ends the run before it
     */
    void played(Device device, long from, long to, long soundedMs, boolean left, PlayContext context) {
        plays++;
        sounds.add(new Sound(to - soundedMs, to));
        if (soundedMs >= COUNTS_FROM_MS) {
            countedPlays++;
        }
        if (left && soundedMs < QUICK_UNDER_MS) {
            quickSkips++;
        } else if (left && soundedMs < EARLY_UNDER_MS) {
            earlySkips++;
        } else if (left) {
            lateSkips++;
        }
        if (context == null) {
            return;
        }
        Following now = following.get(device);
        if (now == null || !now.playlist.equals(context)) {
            now = new Following(from, context);
            following.put(device, now);
            followed.add(now);
        }
        now.songs++;
    }

    /** The listener searches on a device. */
    void searched(Device device) {
        following.remove(device);
    }

    boolean isEmpty() {
        return startedAt == Long.MAX_VALUE;
    }

    /** When the listener was last present. */
    long endedAt() {
        return endedAt;
    }

    /** Adds what the listener did on other devices at the same time. */
    void alongside(Draft other) {
        there(other.startedAt, other.endedAt);
        sounds.addAll(other.sounds);
        followed.addAll(other.followed);
        devices.addAll(other.devices);
        events += other.events;
        plays += other.plays;
        countedPlays += other.countedPlays;
        quickSkips += other.quickSkips;
        earlySkips += other.earlySkips;
        lateSkips += other.lateSkips;
    }

    /**
     * The plan, as far as it can be known given the listener's clock; {@code part} numbers the parts of an endless
     * sitting.
     */
    PlannedSession planned(int part, WrongClock clock) {
        return new PlannedSession(
                who.name(),
                startedAt + clock.unknowableMs(),
                endedAt + clock.unknowableMs(),
                events == 0 ? null : who.country(),
                events == 0 ? null : who.timeZone(),
                part,
                events,
                plays,
                countedPlays,
                quickSkips,
                earlySkips,
                lateSkips,
                soundedMs(),
                devices.size(),
                runs());
    }

    /** Marks all playing on a line of milliseconds, and counts the milliseconds marked. */
    private long soundedMs() {
        long first = sounds.stream().mapToLong(Sound::from).min().orElse(0);
        long last = sounds.stream().mapToLong(Sound::to).max().orElse(0);
        BitSet line = new BitSet((int) (last - first));
        for (Sound sound : sounds) {
            line.set((int) (sound.from - first), (int) (sound.to - first));
        }
        return line.cardinality();
    }

    private List<PlannedSession.Run> runs() {
        return followed.stream()
                .filter(run -> run.playlist.type() == PlayContext.Type.PLAYLIST)
                .sorted(Comparator.comparingLong(run -> run.since))
                .limit(MOST_RUNS)
                .map(run -> new PlannedSession.Run(run.playlist.id(), run.playlist.edition(), run.songs))
                .toList();
    }
}
