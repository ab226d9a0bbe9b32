package dev.segue.simulator.audience;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.simulator.audience.habit.Persona;
import dev.segue.simulator.audience.habit.SkipHabit;
import dev.segue.simulator.music.Playlist;
import dev.segue.simulator.music.Song;
import dev.segue.simulator.plan.Plan;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one listener does from sitting down to getting up, as events by a correct clock that are not reported yet; and,
 * recorded alongside, what must be found for it. A break longer than the gap begins another draft of the plan.
 */
final class Sitting {

    private static final double A_PAUSE = 0.06;
    private static final double A_STALL = 0.15;
    private static final double A_SEARCH = 0.06;
    private static final double ANOTHER_PLAYLIST = 0.04;
    private static final double ANOTHER_DEVICE = 0.03;
    private static final double AN_ALBUM = 0.15;
    private static final int ALBUMS = 40;
    private static final double AN_AD = 0.12;
    private static final double APP_CLOSED = 0.15;
    private static final double A_REST = 0.02;
    private static final double A_REST_OF_EXACTLY_THE_GAP = 0.5;
    private static final double SPOKEN = 0.4;

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long SHORTEST_PAUSE_MS = 8_000;
    private static final long LONGEST_PAUSE_MS = 9 * MINUTE;
    private static final long SHORTEST_LONG_PLAY_MS = 20 * MINUTE;
    private static final long LONGEST_LONG_PLAY_MS = 80 * MINUTE;
    private static final long SHORTEST_LONG_PAUSE_MS = HOUR;
    private static final long LONGEST_LONG_PAUSE_MS = 5 * HOUR;

    private final Persona who;
    private final String id;
    private final Plan plan;
    private final SplittableRandom chance;
    private final List<PlaybackEvent> events = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    private Draft draft;
    private Device device;
    private boolean offline;
    private boolean staysOnDevice;
    private PlayContext context;
    private List<Song> queue;
    private int next;
    private String startReason = "clickrow";
    private long now;

    /**
     * Someone sits down.
     *
     * @param id unique among the sittings of this listener
     * @param start in epoch milliseconds
     * @param plan records breaks
     */
    Sitting(Persona who, String id, Device device, long start, Plan plan, SplittableRandom chance) {
        this.who = who;
        this.id = id;
        this.device = device;
        this.now = start;
        this.plan = plan;
        this.chance = chance;
        anotherDraft();
    }

    /** Continues on this device only, without rests. */
    Sitting on(Device only, boolean withoutNetwork) {
        device = only;
        offline = withoutNetwork;
        staysOnDevice = true;
        return this;
    }

    /** Plays tracks for about that long, at least one. */
    Sitting listen(long lengthMs) {
        long until = now + lengthMs;
        choosePlaylist();
        boolean closed = play(until);
        while (!closed && now < until) {
            betweenTracks();
            closed = play(until);
        }
        return this;
    }

    /** Plays that many songs of a playlist, from its first on, and the last of them to its end. */
    Sitting play(Playlist playlist, int songs) {
        context = contextOf(playlist);
        queue = playlist.songs();
        next = 0;
        startReason = "clickrow";
        for (int left = songs; left > 0; left--) {
            long duration = queue.get(next % queue.size()).durationMs();
            playFor(left == 1 ? SkipHabit.TO_THE_END : SkipHabit.leavesAfter(duration, chance), Long.MAX_VALUE);
            now += chance.nextLong(50, 2_000);
        }
        return this;
    }

    /** A break after which the listener is still in the same sitting. */
    Sitting rest(long ms) {
        now = draft.endedAt() + ms;
        plan.silence(ms);
        return this;
    }

    /** A break longer than the gap. */
    Sitting leave(long ms) {
        now = draft.endedAt() + ms;
        plan.silence(ms);
        anotherDraft();
        return this;
    }

    /** Plays something longer than the gap, to its end. */
    Sitting playSomethingLong() {
        long startedAt = now;
        long length = chance.nextLong(SHORTEST_LONG_PLAY_MS, LONGEST_LONG_PLAY_MS);
        String playId = playId();
        boolean spoken = chance.nextDouble() < SPOKEN;
        String what = (spoken ? "episode-" : "mix-") + chance.nextInt(1_000);
        started(playId, what, null);
        now += length;
        draft.there(startedAt, now);
        if (!spoken) {
            draft.played(device, startedAt, now, length, false, null);
        }
        Content content = spoken ? Content.SPOKEN : Content.TRACK;
        ended(playId, what, content, startedAt, length, EndReason.COMPLETED, null);
        now += chance.nextLong(50, 2_000);
        return this;
    }

    /** Pauses a track for hours, and then resumes it. */
    Sitting playWithAPauseOfHours() {
        pauseFor(chance.nextLong(SHORTEST_LONG_PAUSE_MS, LONGEST_LONG_PAUSE_MS));
        return this;
    }

    /** Pauses a track for exactly the gap, or a millisecond longer. */
    Sitting playWithAPauseOfTheGap() {
        pauseFor(Plan.GAP_MS + chance.nextInt(2));
        return this;
    }

    /** All events, in the order they occurred. */
    List<PlaybackEvent> events() {
        return events;
    }

    /** What must be found, in order of time; at least one. */
    List<Draft> drafts() {
        return drafts;
    }

    /** When the listener was last present. */
    long endedAt() {
        return draft.endedAt();
    }

    private void anotherDraft() {
        draft = new Draft(who);
        drafts.add(draft);
    }

    private void choosePlaylist() {
        Playlist playlist = who.favourites().get(chance.nextInt(who.favourites().size()));
        context = chance.nextDouble() < AN_ALBUM
                ? new PlayContext(PlayContext.Type.ALBUM, "album-" + chance.nextInt(ALBUMS), null)
                : contextOf(playlist);
        queue = playlist.songs();
        next = playlist.weekly() ? 0 : chance.nextInt(queue.size());
    }

    private PlayContext contextOf(Playlist playlist) {
        String edition = playlist.weekly() ? week(now, who.timeZone()) : null;
        return new PlayContext(PlayContext.Type.PLAYLIST, playlist.id(), edition);
    }

    /** Plays one track; returns whether the app was closed during it. */
    private boolean play(long until) {
        return playFor(SkipHabit.leavesAfter(queue.get(next % queue.size()).durationMs(), chance), until);
    }

    private boolean playFor(long leaves, long until) {
        Song song = queue.get(next++ % queue.size());
        String playId = playId();
        long startedAt = now;
        started(playId, song.id(), context);
        long played = leaves == SkipHabit.TO_THE_END ? song.durationMs() : leaves;
        boolean closed = startedAt + played > until && chance.nextDouble() < APP_CLOSED;
        sound(playId, played);
        EndReason reason = EndReason.COMPLETED;
        if (closed) {
            reason = EndReason.APP_CLOSED;
        } else if (leaves != SkipHabit.TO_THE_END) {
            reason = wayOfLeaving();
        }
        boolean left = !closed && leaves != SkipHabit.TO_THE_END;
        draft.there(startedAt, now);
        draft.played(device, startedAt, now, played, left, context);
        ended(playId, song.id(), Content.TRACK, startedAt, played, reason, context);
        startReason = left ? "fwdbtn" : "trackdone";
        return closed;
    }

    /** Plays the track, occasionally with a pause in between. */
    private void sound(String playId, long played) {
        if (played < SHORTEST_PAUSE_MS || chance.nextDouble() >= A_PAUSE) {
            now += played;
            return;
        }
        long before = chance.nextLong(1, played);
        now += before;
        boolean stalls = !offline && chance.nextDouble() < A_STALL;
        report("pause", new Detail.PlaybackPaused(playId, stalls ? PauseCause.STALL : PauseCause.LISTENER));
        now += chance.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        report("resume", new Detail.PlaybackResumed(playId));
        now += played - before;
    }

    /**
     * Plays a track to its end with a pause. A pause longer than the gap begins another sitting: at the resume if the
     * client reports pauses. Otherwise only the end and the played time are known, so all of the played time counts as
     * just before the end, and the other sitting begins before the resume.
     */
    private void pauseFor(long silent) {
        Song song = queue.get(next++ % queue.size());
        String playId = playId();
        long startedAt = now;
        long before = chance.nextLong(1, song.durationMs());
        boolean away = silent > Plan.GAP_MS;
        started(playId, song.id(), context);
        draft.there(now, now);
        now += before;
        report("pause", new Detail.PlaybackPaused(playId, PauseCause.LISTENER));
        plan.silence(silent);
        if (away) {
            anotherDraft();
        }
        now += silent;
        report("resume", new Detail.PlaybackResumed(playId));
        if (away && !who.reportsStarts()) {
            draft.there(now - before, now);
        }
        now += song.durationMs() - before;
        draft.there(now, now);
        draft.played(device, startedAt, now, song.durationMs(), false, context);
        ended(playId, song.id(), Content.TRACK, startedAt, song.durationMs(), EndReason.COMPLETED, context);
        now += chance.nextLong(50, 2_000);
    }

    private void betweenTracks() {
        now += chance.nextLong(50, 2_000);
        if (who.hearsAds() && !offline && chance.nextDouble() < AN_AD) {
            long sounds = chance.nextLong(15_000, 31_000);
            now += sounds;
            event("ad", new Detail.AdEnded("ad-" + chance.nextInt(40), sounds));
        }
        if (!offline && chance.nextDouble() < A_SEARCH) {
            now += chance.nextLong(3_000, 40_000);
            event("search", new Detail.SearchPerformed(null));
            draft.searched(device);
            now += chance.nextLong(500, 5_000);
            choosePlaylist();
            startReason = "clickrow";
        } else if (chance.nextDouble() < ANOTHER_PLAYLIST) {
            choosePlaylist();
            startReason = "clickrow";
        }
        if (staysOnDevice) {
            return;
        }
        if (chance.nextDouble() < ANOTHER_DEVICE) {
            device = who.anyDevice(chance);
            startReason = "remote";
        }
        if (chance.nextDouble() < A_REST) {
            boolean exactly = chance.nextDouble() < A_REST_OF_EXACTLY_THE_GAP;
            rest(exactly ? Plan.GAP_MS : chance.nextLong(MINUTE, Plan.GAP_MS));
        }
    }

    private EndReason wayOfLeaving() {
        double share = chance.nextDouble();
        if (share < 0.8) {
            return EndReason.FORWARD;
        }
        return share < 0.9 ? EndReason.BACK : EndReason.PICKED_OTHER;
    }

    private String playId() {
        return id + "-" + events.size();
    }

    private void started(String playId, String track, PlayContext from) {
        report("start", new Detail.TrackStarted(playId, track, startReason, from));
    }

    private void ended(
            String playId,
            String track,
            Content content,
            long startedAt,
            long played,
            EndReason reason,
            PlayContext from) {
        event(
                "end",
                new Detail.TrackEnded(playId, track, content, startedAt, played, reason, startReason, from, false));
    }

    /** An event that some clients do not report. */
    private void report(String what, Detail detail) {
        if (who.reportsStarts()) {
            event(what, detail);
        }
    }

    private void event(String what, Detail detail) {
        draft.there(now, now);
        draft.reportedBy(device);
        events.add(new PlaybackEvent(
                who.name(),
                id + "-" + what + "-" + events.size(),
                device,
                now,
                null,
                null,
                0,
                who.country(),
                who.timeZone(),
                offline,
                detail,
                TrackFacts.UNKNOWN));
    }

    /** For example {@code 2026-W07}. */
    private static String week(long time, String timeZone) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(ZoneId.of(timeZone));
        int week = local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return local.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }
}
