package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.codec.TrackCodec.CatalogueEntry;
import dev.segue.adapters.kafka.codec.TrackCodec.NamedTrack;
import dev.segue.contracts.Track;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.history.TrackName;
import org.junit.jupiter.api.Test;

class TrackCodecTest {

    private final TrackCodec codec = new TrackCodec(new RegistryInMemory(), "catalog.tracks");

    @Test
    void a_track_is_read_as_far_as_the_rules_need_it() throws UnusableRecord {
        Track track = new Track("t1", "Paper Rain", "a1", "The Slow Foxes", 337_000L, 0.1236, 1.0);

        assertThat(codec.decode(codec.encode(track)))
                .isEqualTo(new CatalogueEntry("t1", "a1", new TrackFacts(337_000, (short) 124, (short) 1000)));
    }

    @Test
    void what_the_catalogue_does_not_know_is_unknown() throws UnusableRecord {
        Track first = new Track("t1", "Blue in Green", "a1", "Miles Davis", 337_000L, 0.5, 0.5);
        Track second = Track.newBuilder().setTrackId("t2").build();

        codec.decode(codec.encode(first));

        assertThat(codec.decode(codec.encode(second))).isEqualTo(new CatalogueEntry("t2", null, TrackFacts.UNKNOWN));
    }

    @Test
    void what_a_track_is_called_is_read_by_itself() throws UnusableRecord {
        Track named = new Track("t1", "Paper Rain", "a1", "The Slow Foxes", null, null, null);
        Track unnamed = Track.newBuilder().setTrackId("t2").build();

        assertThat(codec.decodeName(codec.encode(named)))
                .isEqualTo(new NamedTrack("t1", new TrackName("Paper Rain", "The Slow Foxes", null)));
        assertThat(codec.decodeName(codec.encode(unnamed))).isEqualTo(new NamedTrack("t2", TrackName.UNKNOWN));
    }

    @Test
    void what_is_out_of_range_is_unknown() throws UnusableRecord {
        Track track = new Track("t1", null, null, null, -1L, 1.001, Double.NaN);

        assertThat(codec.decode(codec.encode(track))).isEqualTo(new CatalogueEntry("t1", null, TrackFacts.UNKNOWN));
    }

    @Test
    void a_tombstone_is_no_track() {
        assertThatThrownBy(() -> codec.decode(null))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The record has no value.");
    }
}
