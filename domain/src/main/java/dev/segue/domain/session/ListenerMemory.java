package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.Receipts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The state of one listener, without the activities: current sessions, superseded ids and open plays. Only {@link
 * ListenerSessions} changes it, in place; the shell stores and restores it as a whole.
 */
public final class ListenerMemory {

    /** A time that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    long rootPage;
    long lastPage;
    int receipts;
    StoredTotals totals;
    final List<CurrentSession> current;
    final List<SupersededSession> superseded;
    final List<DeviceInUse> devices;
    final List<BrokenPlay> brokenPlays;
    final List<WindowCount> windows;

    /** Empty state. */
    public ListenerMemory() {
        this(0, 0, 0, StoredTotals.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Restores stored state.
     *
     * @param rootPage number of the timeline's topmost page; 0 when the timeline is empty
     * @param lastPage the highest page number used so far
     * @param receipts how many fingerprints the {@link Receipts} hold
     * @param current by start
     */
    public ListenerMemory(
            long rootPage,
            long lastPage,
            int receipts,
            StoredTotals totals,
            List<CurrentSession> current,
            List<SupersededSession> superseded,
            List<DeviceInUse> devices,
            List<BrokenPlay> brokenPlays,
            List<WindowCount> windows) {
        this.rootPage = rootPage;
        this.lastPage = lastPage;
        this.receipts = receipts;
        this.totals = totals;
        this.current = new ArrayList<>(current);
        this.superseded = new ArrayList<>(superseded);
        this.devices = new ArrayList<>(devices);
        this.brokenPlays = new ArrayList<>(brokenPlays);
        this.windows = new ArrayList<>(windows);
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

    public StoredTotals totals() {
        return totals;
    }

    public List<CurrentSession> current() {
        return Collections.unmodifiableList(current);
    }

    /** How many sessions are running. */
    public int openSessions() {
        int open = 0;
        for (int i = 0; i < current.size(); i++) {
            open += current.get(i).open() ? 1 : 0;
        }
        return open;
    }

    public List<SupersededSession> superseded() {
        return Collections.unmodifiableList(superseded);
    }

    public List<DeviceInUse> devices() {
        return Collections.unmodifiableList(devices);
    }

    public List<BrokenPlay> brokenPlays() {
        return Collections.unmodifiableList(brokenPlays);
    }

    public List<WindowCount> windows() {
        return Collections.unmodifiableList(windows);
    }

    /** Whether nothing is left that could matter, so that the listener's state may be purged. */
    public boolean isEmpty() {
        return current.isEmpty() && superseded.isEmpty();
    }

    /** Index of the first session that starts after {@code time}; the number of sessions if none does. */
    int firstStartingAfter(long time) {
        int low = 0;
        int high = current.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (current.get(middle).startedAt() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the first retained part of the chain that the session at this index belongs to. */
    int headOfChain(int index) {
        int head = index;
        while (head > 0 && current.get(head).part() > 0) {
            head--;
        }
        return head;
    }

    /** The latest end among the sessions from index {@code begin} (inclusive) to {@code end} (exclusive). */
    long latestEnd(int begin, int end) {
        long latest = Long.MIN_VALUE;
        for (int i = begin; i < end; i++) {
            latest = Math.max(latest, current.get(i).endedAt());
        }
        return latest;
    }

    /** Removes the stored totals, if there are any. */
    void dropTotals(SessionTotals.Store store) {
        if (!totals.equals(StoredTotals.NONE)) {
            store.remove();
            totals = StoredTotals.NONE;
        }
    }

    /** Where the activities of the session end and those of the next begin. */
    long before(int index) {
        return index + 1 < current.size() ? current.get(index + 1).startedAt() : Long.MAX_VALUE;
    }

    /**
     * Which {@link SessionTotals} are stored.
     *
     * @param startedAt start of the session whose totals they are; {@link #NEVER} when none are stored
     * @param until when the first play begins that is not in them; {@link #NEVER} once something before it has changed, so
     *     that they are of no use
     */
    public record StoredTotals(long startedAt, long until) {

        public static final StoredTotals NONE = new StoredTotals(NEVER, NEVER);

        boolean areOf(CurrentSession session) {
            return until != NEVER && startedAt == session.startedAt();
        }

        /** After a change at {@code from} or later. */
        StoredTotals changedFrom(long from) {
            return from < until && until != NEVER ? new StoredTotals(startedAt, NEVER) : this;
        }
    }

    /**
     * A current session: its bounds, and what was emitted of it.
     *
     * @param startedAt start of its first activity
     * @param endedAt latest end among its activities
     * @param part 0 for the first part of a chain; a part of n > 0 continues the session before it in the list
     * @param revision number of the last emitted revision; 0 if there is none
     * @param closedOnce whether it has ever closed, or consists of sessions that have
     * @param open whether it is running
     * @param changed whether it has changed since it was last emitted
     * @param dueAt when, on the closing clock, it has to be emitted; {@link #NEVER} when nothing changed
     * @param emittedAt when, on the closing clock, it was last emitted, or else created
     * @param playsChangedFrom plays that started before this time have not changed since they were emitted; {@link
     *     #NEVER} when none changed
     * @param chunks how many chunks of plays were emitted
     */
    public record CurrentSession(
            long startedAt,
            long endedAt,
            int part,
            int revision,
            boolean closedOnce,
            boolean open,
            boolean changed,
            long dueAt,
            long emittedAt,
            long playsChangedFrom,
            int chunks) {

        CurrentSession spanning(long newEnd, int newPart) {
            return new CurrentSession(
                    startedAt,
                    newEnd,
                    newPart,
                    revision,
                    closedOnce,
                    open,
                    changed,
                    dueAt,
                    emittedAt,
                    playsChangedFrom,
                    chunks);
        }

        CurrentSession changed(boolean nowOpen, long newDueAt, long playsFrom) {
            return new CurrentSession(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    nowOpen,
                    true,
                    Math.min(dueAt, newDueAt),
                    emittedAt,
                    Math.min(playsChangedFrom, playsFrom),
                    chunks);
        }

        /**
         * Moves the last emission to {@code now} at the latest, and a pending change to {@code latestDue} at the
         * latest.
         */
        CurrentSession waitingSince(long now, long latestDue) {
            if (emittedAt <= now && (!changed || dueAt <= latestDue)) {
                return this;
            }
            return new CurrentSession(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    open,
                    changed,
                    changed ? Math.min(dueAt, latestDue) : dueAt,
                    Math.min(emittedAt, now),
                    playsChangedFrom,
                    chunks);
        }

        CurrentSession closed() {
            return new CurrentSession(
                    startedAt,
                    endedAt,
                    part,
                    revision,
                    closedOnce,
                    false,
                    changed,
                    dueAt,
                    emittedAt,
                    playsChangedFrom,
                    chunks);
        }

        CurrentSession emitted(boolean hasClosed, long at, int emittedChunks) {
            return new CurrentSession(
                    startedAt, endedAt, part, revision + 1, hasClosed, open, false, NEVER, at, NEVER, emittedChunks);
        }
    }

    /**
     * The id of a session that was emitted and is no longer current.
     *
     * @param dueAt when, on the closing clock, this has to be emitted; {@link #NEVER} once it was
     * @param settledAfter once the acceptance clock has passed this time, the id cannot come back
     */
    public record SupersededSession(
            long startedAt, int revision, boolean closedOnce, int chunks, long dueAt, long settledAfter) {

        boolean isEmitted() {
            return dueAt == NEVER;
        }

        /** The state after it was emitted as superseded: its plays are gone. */
        SupersededSession emitted() {
            return new SupersededSession(startedAt, revision + 1, closedOnce, 0, NEVER, settledAfter);
        }

        /** Due by {@code latestDue} at the latest, unless it was emitted already. */
        SupersededSession waitingUntil(long latestDue) {
            return isEmitted() || dueAt <= latestDue
                    ? this
                    : new SupersededSession(startedAt, revision, closedOnce, chunks, latestDue, settledAfter);
        }
    }

    /**
     * A device and what is playing on it.
     *
     * @param latest when a play last started or ended on it
     * @param playId id of the open play, or null
     * @param openedAt when the open play started; {@link #NEVER} when none is open
     * @param holdsUntil how long the open play keeps its session from closing
     */
    public record DeviceInUse(String deviceId, long latest, String playId, long openedAt, long holdsUntil) {
        DeviceInUse usedAt(long time) {
            return new DeviceInUse(deviceId, time, playId, openedAt, holdsUntil);
        }
    }

    /** A play that was silent for longer than the session gap. */
    public record BrokenPlay(PlaybackEvent event, long fingerprint) {}

    /**
     * How many events were accepted that occurred in one window: see {@link ListenerLimits}.
     *
     * @param window how many windows began after 1970; the one that began then is 0
     * @param brokenPlays how many of the events are broken plays
     */
    public record WindowCount(long window, int events, int brokenPlays) {}
}
