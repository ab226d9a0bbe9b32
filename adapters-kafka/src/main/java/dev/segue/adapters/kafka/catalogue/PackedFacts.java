package dev.segue.adapters.kafka.catalogue;

import dev.segue.domain.catalogue.TrackFacts;

/** The facts of a track packed in one number, which is never {@code -1}. */
final class PackedFacts {

    private PackedFacts() {}

    static long of(TrackFacts facts) {
        return ((long) facts.durationMs() << 32) | (facts.valence() & 0xFFFFL) << 16 | (facts.energy() & 0xFFFFL);
    }

    static TrackFacts unpacked(long packed) {
        return new TrackFacts((int) (packed >>> 32), (short) (packed >>> 16), (short) packed);
    }
}
