package dev.segue.adapters.web.store.packed;

import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.listening.Skips;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packs track KPIs; subject and week are stored separately. */
public final class PackedTracks {

    private PackedTracks() {}

    public static byte[] pack(TrackKpis kpis) {
        Packer packer = new Packer().number(kpis.asOf()).number(kpis.tracks().size());
        kpis.tracks().forEach((track, numbers) -> pack(numbers, packer.text(track)));
        pack(kpis.others(), packer);
        return packer.packed();
    }

    public static TrackKpis unpack(byte[] packed, KpiKey key) {
        Unpacker from = new Unpacker(packed);
        long asOf = from.number();
        int size = from.count();
        SortedMap<String, TrackNumbers> tracks = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            String track = from.text();
            tracks.put(track, numbers(from));
        }
        return new TrackKpis(key, tracks, numbers(from), asOf);
    }

    private static void pack(TrackNumbers numbers, Packer packer) {
        packer.number(numbers.plays()).number(numbers.countedPlays());
        Parts.pack(numbers.skips(), packer);
        packer.number(numbers.completed());
    }

    private static TrackNumbers numbers(Unpacker from) {
        int plays = from.count();
        int countedPlays = from.count();
        Skips skips = Parts.skips(from);
        return new TrackNumbers(plays, countedPlays, skips, from.count());
    }
}
