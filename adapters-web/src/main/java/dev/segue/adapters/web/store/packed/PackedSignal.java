package dev.segue.adapters.web.store.packed;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.LeftOut;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import dev.segue.domain.signal.now.Signal.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs a signal; its listener is stored separately. */
public final class PackedSignal {

    private static final AdJudgement.Verdict[] VERDICTS = AdJudgement.Verdict.values();

    private static final Cause[] CAUSES = Cause.values();

    private PackedSignal() {}

    /** Packs a signal with the time when it was written, in epoch milliseconds. */
    public static byte[] pack(Signal signal, long at) {
        SessionSoFar session = signal.session();
        Packer packer = new Packer()
                .number(at)
                .number(signal.sequence())
                .text(signal.eventId())
                .word(signal.trigger().cause())
                .flag(signal.trigger().correction())
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
        Map<String, Integer> policies = new LinkedHashMap<>();
        Stream.concat(
                        signal.nextSongs().stream().map(NextSong::factors),
                        signal.leftOut().stream().map(LeftOut::factors))
                .flatMap(List::stream)
                .forEach(factor -> policies.putIfAbsent(factor.policy(), policies.size()));
        packer.number(policies.size());
        policies.keySet().forEach(packer::text);
        packer.number(signal.nextSongs().size());
        signal.nextSongs().forEach(song -> {
            packer.text(song.trackId()).number(song.fit());
            pack(song.factors(), policies, packer);
        });
        packer.number(signal.leftOut().size());
        signal.leftOut().forEach(song -> {
            packer.text(song.trackId()).number(song.fitOtherwise());
            pack(song.factors(), policies, packer);
        });
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
        Trigger trigger = new Trigger(from.text(), from.word(CAUSES), from.flag());
        long asOf = from.number();
        long startedAt = from.number();
        int plays = from.count();
        int countedPlays = from.count();
        long listenedMs = from.number();
        SessionSoFar session = new SessionSoFar(startedAt, plays, countedPlays, Parts.skips(from), listenedMs);
        CurrentRun run = from.flag() ? new CurrentRun(Parts.context(from), from.count(), from.count()) : null;
        int skipStreak = from.count();
        Mood mood = Parts.mood(from);
        Heading heading = from.flag() ? new Heading(from.count(), from.count()) : null;
        String[] policies = new String[from.count()];
        for (int i = 0; i < policies.length; i++) {
            policies[i] = from.text();
        }
        return new Signal(
                listener,
                sequence,
                trigger,
                asOf,
                session,
                run,
                skipStreak,
                mood,
                heading,
                songs(policies, from),
                leftOut(policies, from),
                new AdJudgement(from.word(VERDICTS), from.text(), from.text()),
                from.text());
    }

    /** Each policy by its place among all of the signal. */
    private static void pack(List<Factor> factors, Map<String, Integer> policies, Packer packer) {
        packer.number(factors.size());
        factors.forEach(factor -> packer.number(policies.get(factor.policy())).number(factor.score()));
    }

    private static List<Factor> factors(String[] policies, Unpacker from) {
        int size = from.count();
        List<Factor> factors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            factors.add(new Factor(policies[from.count()], from.count()));
        }
        return factors;
    }

    private static List<LeftOut> leftOut(String[] policies, Unpacker from) {
        int size = from.count();
        List<LeftOut> songs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            songs.add(new LeftOut(from.text(), from.count(), factors(policies, from)));
        }
        return songs;
    }

    private static List<NextSong> songs(String[] policies, Unpacker from) {
        int size = from.count();
        List<NextSong> songs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            songs.add(new NextSong(from.text(), from.count(), factors(policies, from)));
        }
        return songs;
    }
}
