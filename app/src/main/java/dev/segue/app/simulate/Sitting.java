package dev.segue.app.simulate;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What one listener does from sitting down to getting up, told by a clock that is right and not reported yet. */
final class Sitting {

    private static final double A_PAUSE = 0.06;
    private static final double A_STALL = 0.15;
    private static final double A_SEARCH = 0.06;
    private static final double ANOTHER_PLAYLIST = 0.04;
    private static final double ANOTHER_DEVICE = 0.03;
    private static final double AN_AD = 0.12;
    private static final double APP_CLOSED = 0.15;

    private static final long SHORTEST_PAUSE_MS = 8_000;
    private static final long LONGEST_PAUSE_MS = 9 * 60_000L;

    private final Persona who;
    private final String id;
    private final boolean offline;
    private final SplittableRandom chance;
    private final List<PlaybackEvent> events = new ArrayList<>();

    private Device device;
    private PlayContext context;
    private List<Song> queue;
    private int next;
    private String startReason = "clickrow";
    private long now;

    private Sitting(Persona who, String id, Device device, boolean offline, long start, SplittableRandom chance) {
        this.who = who;
        this.id = id;
        this.device = device;
        this.offline = offline;
        this.chance = chance;
        this.now = start;
    }

    /**
     * The events of one sitting, in the order in which they happened.
     *
     * @param id unique among the sittings of this listener
     * @param start when they sit down, in epoch milliseconds
     * @param lengthMs about how long they stay
     */
    static List<PlaybackEvent> of(
            Persona who,
            String id,
            Device device,
            boolean offline,
            long start,
            long lengthMs,
            SplittableRandom chance) {
        Sitting sitting = new Sitting(who, id, device, offline, start, chance);
        sitting.choosePlaylist();
        while (sitting.now < start + lengthMs) {
            boolean last = sitting.play(start + lengthMs);
            if (last) {
                break;
            }
            sitting.betweenTracks();
        }
        return sitting.events;
    }

    private void choosePlaylist() {
        Playlist playlist = who.favourites().get(chance.nextInt(who.favourites().size()));
        context = new PlayContext(
                PlayContext.Type.PLAYLIST, playlist.id(), playlist.weekly() ? week(now, who.timeZone()) : null);
        queue = playlist.songs();
        next = playlist.weekly() ? 0 : chance.nextInt(queue.size());
    }

    /** Plays one track; whether the app was closed over it. */
    private boolean play(long until) {
        Song song = queue.get(next++ % queue.size());
        String playId = id + "-" + events.size();
        long startedAt = now;
        started(playId, song);
        long leaves = SkipHabit.leavesAfter(song.durationMs(), chance);
        long played = leaves == SkipHabit.TO_THE_END ? song.durationMs() : leaves;
        boolean closed = startedAt + played > until && chance.nextDouble() < APP_CLOSED;
        sound(playId, played);
        EndReason reason = EndReason.COMPLETED;
        if (closed) {
            reason = EndReason.APP_CLOSED;
        } else if (leaves != SkipHabit.TO_THE_END) {
            reason = wayOfLeaving();
        }
        ended(playId, song, startedAt, played, reason);
        startReason = reason == EndReason.COMPLETED ? "trackdone" : "fwdbtn";
        return closed;
    }

    /** Lets the track sound, now and then with a pause in between. */
    private void sound(String playId, long played) {
        if (played < SHORTEST_PAUSE_MS || chance.nextDouble() >= A_PAUSE) {
            now += played;
            return;
        }
        long before = chance.nextLong(1, played);
        now += before;
        boolean stalls = !offline && chance.nextDouble() < A_STALL;
        tell("pause", new Detail.PlaybackPaused(playId, stalls ? PauseCause.STALL : PauseCause.LISTENER));
        now += chance.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        tell("resume", new Detail.PlaybackResumed(playId));
        now += played - before;
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
            choosePlaylist();
            startReason = "clickrow";
        } else if (chance.nextDouble() < ANOTHER_PLAYLIST) {
            choosePlaylist();
            startReason = "clickrow";
        }
        if (!offline && chance.nextDouble() < ANOTHER_DEVICE) {
            device = who.anyDevice(chance);
            startReason = "remote";
        }
    }

    private EndReason wayOfLeaving() {
        double share = chance.nextDouble();
        if (share < 0.8) {
            return EndReason.FORWARD;
        }
        return share < 0.9 ? EndReason.BACK : EndReason.PICKED_OTHER;
    }

    private void started(String playId, Song song) {
        tell("start", new Detail.TrackStarted(playId, song.id(), startReason, context));
    }

    private void ended(String playId, Song song, long startedAt, long played, EndReason reason) {
        event(
                "end",
                new Detail.TrackEnded(
                        playId, song.id(), Content.TRACK, startedAt, played, reason, startReason, context, false));
    }

    /** An event that quiet clients keep to themselves. */
    private void tell(String what, Detail detail) {
        if (who.tellsStarts()) {
            event(what, detail);
        }
    }

    private void event(String what, Detail detail) {
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

    /** Such as {@code 2026-W07}. */
    private static String week(long time, String timeZone) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(ZoneId.of(timeZone));
        int week = local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return local.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }
}
