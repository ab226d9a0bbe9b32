package dev.segue.adapters.web.store.packed;

import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import java.util.ArrayList;
import java.util.List;

/** Packs a signal; its listener is stored separately. */
public final class PackedSignal {

    private static final AdJudgement.Verdict[] VERDICTS = AdJudgement.Verdict.values();

    private PackedSignal() {}

    /** Packs a signal with the time when it was written, in epoch milliseconds. */
    public static byte[] pack(Signal signal, long at) {
        SessionSoFar session = signal.session();
        Packer packer = new Packer()
                .number(at)
                .number(signal.sequence())
                .text(signal.eventId())
                .number(signal.asOf())
                .number(session.startedAt())
                .number(session.plays())
                .number(session.countedPlays())
                .number(session.listenedMs());
        Parts.pack(session.skips(), packer);
        packer.flag(signal.run() != null);
        if (signal.run() != null) {
            Parts.pack(signal.run().context(), packer);
            packer.number(signal.run().songs()).number(signal.run().skips());
        }
        packer.number(signal.skipStreak());
        Parts.pack(signal.mood(), packer);
        packer.flag(signal.heading() != null);
        if (signal.heading() != null) {
            packer.number(signal.heading().valence()).number(signal.heading().energy());
        }
        packer.number(signal.nextSongs().size());
        signal.nextSongs().forEach(song -> packer.text(song.trackId()).number(song.fit()));
        return packer.word(signal.ad().verdict())
                .text(signal.ad().policy())
                .text(signal.ad().reason())
                .text(signal.rulesVersion())
                .packed();
    }

    /** When it was written. */
    public static long at(byte[] packed) {
        return new Unpacker(packed).number();
    }

    public static Signal unpack(byte[] packed, String listener) {
        Unpacker from = new Unpacker(packed);
        from.number();
        long sequence = from.number();
        String eventId = from.text();
        long asOf = from.number();
        long startedAt = from.number();
        int plays = from.count();
        int countedPlays = from.count();
        long listenedMs = from.number();
        SessionSoFar session = new SessionSoFar(startedAt, plays, countedPlays, Parts.skips(from), listenedMs);
        CurrentRun run = from.flag() ? new CurrentRun(Parts.context(from), from.count(), from.count()) : null;
        int skipStreak = from.count();
        return new Signal(
                listener,
                sequence,
                eventId,
                asOf,
                session,
                run,
                skipStreak,
                Parts.mood(from),
                from.flag() ? new Heading(from.count(), from.count()) : null,
                songs(from),
                new AdJudgement(from.word(VERDICTS), from.text(), from.text()),
                from.text());
    }

    private static List<NextSong> songs(Unpacker from) {
        int size = from.count();
        List<NextSong> songs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            songs.add(new NextSong(from.text(), from.count()));
        }
        return songs;
    }
}
