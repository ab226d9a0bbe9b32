package dev.segue.adapters.web.store.packed;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;

/** Packs a revision of a session; id and listener are stored separately. */
public final class PackedRevision {

    private static final Change.Status[] STATUSES = Change.Status.values();
    private static final Device.Type[] DEVICE_TYPES = Device.Type.values();

    private PackedRevision() {}

    public static byte[] pack(Change.Revision revision) {
        Session session = revision.session();
        Packer packer = new Packer()
                .number(revision.number())
                .word(revision.status())
                .flag(revision.open())
                .number(session.startedAt())
                .number(session.endedAt() - session.startedAt())
                .number(revision.asOf())
                .number(revision.settledAfter() - session.startedAt())
                .text(revision.rulesVersion())
                .text(session.country())
                .text(session.timeZone())
                .word(session.deviceType())
                .number(session.part())
                .number(session.events())
                .number(session.plays())
                .number(session.countedPlays())
                .number(session.listenedMs())
                .number(session.devices())
                .number(session.deviceChanges())
                .number(session.runCount())
                .number(session.longestRun());
        Parts.pack(session.skips(), packer);
        Interruptions silent = session.interruptions();
        packer.number(silent.paused())
                .number(silent.stalled())
                .number(silent.silent())
                .number(silent.totalMs());
        Parts.pack(session.mood(), packer);
        pack(session.runs(), session.startedAt(), packer);
        pack(session.otherRuns(), session.startedAt(), packer);
        return packer.packed();
    }

    public static Change.Revision unpack(byte[] packed, String id, String listener) {
        Unpacker from = new Unpacker(packed);
        int number = from.count();
        Change.Status status = from.word(STATUSES);
        boolean open = from.flag();
        long startedAt = from.number();
        long endedAt = startedAt + from.number();
        long asOf = from.number();
        long settledAfter = startedAt + from.number();
        String rulesVersion = from.text();
        String country = from.text();
        String timeZone = from.text();
        Device.Type deviceType = from.word(DEVICE_TYPES);
        int part = from.count();
        int events = from.count();
        int plays = from.count();
        int countedPlays = from.count();
        long listenedMs = from.number();
        int devices = from.count();
        int deviceChanges = from.count();
        int runCount = from.count();
        int longestRun = from.count();
        Skips skips = Parts.skips(from);
        Interruptions interruptions = new Interruptions(from.count(), from.count(), from.count(), from.number());
        Mood mood = Parts.mood(from);
        Session session = new Session(
                new SessionId(id),
                listener,
                startedAt,
                endedAt,
                country,
                timeZone,
                deviceType,
                part,
                events,
                plays,
                countedPlays,
                skips,
                listenedMs,
                interruptions,
                devices,
                deviceChanges,
                runCount,
                runs(from, startedAt),
                longestRun,
                runs(from, startedAt),
                mood);
        return new Change.Revision(session, number, status, open, asOf, settledAfter, rulesVersion);
    }

    /** Only the start and end of its session, in epoch milliseconds. */
    public static long[] bounds(byte[] packed) {
        Unpacker from = new Unpacker(packed);
        from.count();
        from.word(STATUSES);
        from.flag();
        long startedAt = from.number();
        return new long[] {startedAt, startedAt + from.number()};
    }

    private static void pack(List<Run> runs, long startedAt, Packer packer) {
        packer.number(runs.size());
        for (Run run : runs) {
            Parts.pack(run.context(), packer);
            packer.text(run.deviceId())
                    .word(run.deviceType())
                    .number(run.startedAt() - startedAt)
                    .number(run.endedAt() - run.startedAt())
                    .number(run.songs())
                    .number(run.countedPlays());
            Parts.pack(run.skips(), packer);
            packer.number(run.skippedSongs().size());
            run.skippedSongs().forEach(packer::number);
            packer.number(run.listenedMs()).number(run.longestUnskipped()).flag(run.abandoned());
        }
    }

    private static List<Run> runs(Unpacker from, long sessionStartedAt) {
        int size = from.count();
        List<Run> runs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            PlayContext context = Parts.context(from);
            String device = from.text();
            Device.Type deviceType = from.word(DEVICE_TYPES);
            long startedAt = sessionStartedAt + from.number();
            runs.add(new Run(
                    context,
                    device,
                    deviceType,
                    startedAt,
                    startedAt + from.number(),
                    from.count(),
                    from.count(),
                    Parts.skips(from),
                    skippedSongs(from),
                    from.number(),
                    from.count(),
                    from.flag()));
        }
        return runs;
    }

    private static List<Integer> skippedSongs(Unpacker from) {
        int size = from.count();
        List<Integer> songs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            songs.add(from.count());
        }
        return songs;
    }
}
