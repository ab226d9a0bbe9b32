package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.Receipts;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one listener, but for the activities themselves: which sessions stand, which ids fell, what is
 * still playing. Changed in place by {@link ListenerSessions} only; the shell stores and restores it whole.
 */
public final class ListenerMemory {

    /** A time that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    long rootPage;
    long lastPage;
    int receipts;
    final List<Standing> standing;
    final List<Fallen> fallen;
    final List<DeviceInUse> devices;
    final List<BrokenPlay> brokenPlays;

    /** Nothing is remembered yet. */
    public ListenerMemory() {
        this(0, 0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Restores what was stored.
     *
     * @param rootPage number of the timeline's topmost page; 0 when it is empty
     * @param lastPage the highest number ever given to a page
     * @param receipts how many fingerprints the {@link Receipts} hold
     * @param standing by start
     */
    public ListenerMemory(
            long rootPage,
            long lastPage,
            int receipts,
            List<Standing> standing,
            List<Fallen> fallen,
            List<DeviceInUse> devices,
            List<BrokenPlay> brokenPlays) {
        this.rootPage = rootPage;
        this.lastPage = lastPage;
        this.receipts = receipts;
        this.standing = new ArrayList<>(standing);
        this.fallen = new ArrayList<>(fallen);
        this.devices = new ArrayList<>(devices);
        this.brokenPlays = new ArrayList<>(brokenPlays);
    }

    public long rootPage() {
        return rootPage;
    }

    public long lastPage() {
        return lastPage;
    }

    public int receipts() {
        return receipts;
    }

    public List<Standing> standing() {
        return List.copyOf(standing);
    }

    public List<Fallen> fallen() {
        return List.copyOf(fallen);
    }

    public List<DeviceInUse> devices() {
        return List.copyOf(devices);
    }

    public List<BrokenPlay> brokenPlays() {
        return List.copyOf(brokenPlays);
    }

    /** Whether nothing is left that could matter, so that the listener may be forgotten. */
    public boolean isEmpty() {
        return standing.isEmpty() && fallen.isEmpty();
    }

    /** Index of the first session that starts after {@code time}; how many there are if none does. */
    int firstStartingAfter(long time) {
        int low = 0;
        int high = standing.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (standing.get(middle).startedAt() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the first part that is remembered of the chain that the session of that index belongs to. */
    int headOfChain(int index) {
        int head = index;
        while (head > 0 && standing.get(head).part() > 0) {
            head--;
        }
        return head;
    }

    /** The latest end among the sessions from index {@code begin} to before index {@code end}. */
    long latestEnd(int begin, int end) {
        long latest = Long.MIN_VALUE;
        for (int i = begin; i < end; i++) {
            latest = Math.max(latest, standing.get(i).endedAt());
        }
        return latest;
    }

    /** Where the activities of the session end and those of the next begin. */
    long before(int index) {
        return index + 1 < standing.size() ? standing.get(index + 1).startedAt() : Long.MAX_VALUE;
    }

    /**
     * A session that stands: its bounds, and how far its story is told.
     *
     * @param startedAt start of its first activity
     * @param endedAt latest end among its activities
     * @param part 0 for the first part of a chain; a part of n > 0 continues the session before it in the list
     * @param revision number of the last revision that was told; 0 when none was
     * @param closedOnce whether it ever closed, or is made of sessions that did
     * @param open whether it is running
     * @param changed whether there is something to tell
     * @param dueAt when, on the closing clock, it is to be told; {@link #NEVER} when nothing changed
     * @param toldAt when, on the closing clock, it was last told, or begun
     * @param playsChangedFrom plays that started before are as they were told; {@link #NEVER} when none changed
     * @param chunks how many chunks of plays were told
     */
    public record Standing(
            long startedAt,
            long endedAt,
            int part,
            int revision,
            boolean closedOnce,
            boolean open,
            boolean changed,
            long dueAt,
            long toldAt,
            long playsChangedFrom,
            int chunks) {

        Standing spanning(long newEnd, int newPart) {
            return new Standing(
                    startedAt,
                    newEnd,
                    newPart,
                    revision,
                    closedOnce,
                    open,
                    changed,
                    dueAt,
                    toldAt,
                    playsChangedFrom,
                    chunks);
        }

        Standing changed(boolean nowOpen, long newDueAt, long playsFrom) {
            return new Standing(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    nowOpen,
                    true,
                    Math.min(dueAt, newDueAt),
                    toldAt,
                    Math.min(playsChangedFrom, playsFrom),
                    chunks);
        }

        /** Last told no later than {@code now}, and what changed is due by {@code latestDue}. */
        Standing waitingSince(long now, long latestDue) {
            if (toldAt <= now && (!changed || dueAt <= latestDue)) {
                return this;
            }
            return new Standing(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    open,
                    changed,
                    changed ? Math.min(dueAt, latestDue) : dueAt,
                    Math.min(toldAt, now),
                    playsChangedFrom,
                    chunks);
        }

        Standing closed() {
            return new Standing(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    false,
                    changed,
                    dueAt,
                    toldAt,
                    playsChangedFrom,
                    chunks);
        }

        Standing told(boolean hasClosed, long at, int toldChunks) {
            return new Standing(
                    startedAt, endedAt, part, revision + 1, hasClosed, open, false, NEVER, at, NEVER, toldChunks);
        }
    }

    /**
     * The id of a session that was told and stands no more.
     *
     * @param dueAt when, on the closing clock, that is to be told; {@link #NEVER} once it was
     * @param settledAfter once the acceptance clock has passed it, the id cannot come back
     */
    public record Fallen(long startedAt, int revision, boolean closedOnce, int chunks, long dueAt, long settledAfter) {

        boolean isTold() {
            return dueAt == NEVER;
        }

        /** Told that it fell; its plays are gone. */
        Fallen told() {
            return new Fallen(startedAt, revision + 1, closedOnce, 0, NEVER, settledAfter);
        }

        /** To be told by {@code latestDue}, unless it was. */
        Fallen waitingUntil(long latestDue) {
            return isTold() || dueAt <= latestDue
                    ? this
                    : new Fallen(startedAt, revision, closedOnce, chunks, latestDue, settledAfter);
        }
    }

    /**
     * A device and what is playing on it.
     *
     * @param latest when a play last started or ended on it
     * @param playId of the play that is open, or null
     * @param openedAt when that play started; {@link #NEVER} when none is open
     * @param holdsUntil how long that play keeps its session from closing
     */
    public record DeviceInUse(String deviceId, long latest, String playId, long openedAt, long holdsUntil) {
        DeviceInUse usedAt(long time) {
            return new DeviceInUse(deviceId, time, playId, openedAt, holdsUntil);
        }
    }

    /** A play that was paused for longer than the session gap. */
    public record BrokenPlay(PlaybackEvent event, long fingerprint) {}
}
