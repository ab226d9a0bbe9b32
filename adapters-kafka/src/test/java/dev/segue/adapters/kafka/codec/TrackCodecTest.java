package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.codec.TrackCodec.CatalogueEntry;
import dev.segue.contracts.Track;
import dev.segue.domain.catalogue.TrackFacts;
import org.junit.jupiter.api.Test;

class TrackCodecTest {

    private final TrackCodec codec = new TrackCodec(new RegistryInMemory(), "catalog.tracks");

    @Test
    void aTrackIsReadAsFarAsTheRulesNeedIt() throws UnusableRecord {
        Track track = new Track("t1", "Blue in Green", "a1", "Miles Davis", 337_000L, 0.1236, 1.0);

        assertThat(codec.decode(codec.encode(track)))
                .isEqualTo(new CatalogueEntry("t1", "a1", new TrackFacts(337_000, (short) 124, (short) 1000)));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsUnknown() throws UnusableRecord {
        Track first = new Track("t1", "Blue in Green", "a1", "Miles Davis", 337_000L, 0.5, 0.5);
        Track second = Track.newBuilder().setTrackId("t2").build();

        codec.decode(codec.encode(first));

        assertThat(codec.decode(codec.encode(second))).isEqualTo(new CatalogueEntry("t2", null, TrackFacts.UNKNOWN));
    }

    @Test
    void whatIsOutOfRangeIsUnknown() throws UnusableRecord {
        Track track = new Track("t1", null, null, null, -1L, 1.001, Double.NaN);

        assertThat(codec.decode(codec.encode(track))).isEqualTo(new CatalogueEntry("t1", null, TrackFacts.UNKNOWN));
    }

    @Test
    void aTombstoneIsNoTrack() {
        assertThatThrownBy(() -> codec.decode(null))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The record has no value.");
    }
}
