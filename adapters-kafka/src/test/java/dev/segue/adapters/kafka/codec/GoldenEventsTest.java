package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/** Bytes that another client wrote earlier stay readable, and equal what we write. */
class GoldenEventsTest {

    private static final Path RELEASED = Path.of("../contracts/released/PlaybackEvent/v1.avsc");

    @Test
    void we_read_them() throws Exception {
        PlaybackCodec codec = new PlaybackCodec(new RegistryOfThatTime(released()), "listening.playback");

        List<PlaybackEvent> read = new ArrayList<>();
        for (byte[] value : GoldenEvents.values()) {
            read.add(codec.decode(value));
        }

        assertThat(read).isEqualTo(Samples.all());
    }

    @Test
    void we_write_them() throws IOException {
        PlaybackCodec codec = new PlaybackCodec(new RegistryOfThatTime(released()), "listening.playback");

        assertThat(Samples.all().stream().map(codec::encode).toList())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(GoldenEvents.values());
    }

    private static Schema released() throws IOException {
        return new SchemaParser().parse(RELEASED).mainSchema();
    }

    /** A registry with the one schema of that time, under its id. */
    private record RegistryOfThatTime(Schema released) implements SchemaRegistry {

        @Override
        public void requireAnswer() {}

        @Override
        public Schema schemaOf(int id) throws UnknownSchema {
            assertThat(id).isEqualTo(idOf("listening.playback-value", released));
            return released;
        }

        @Override
        public int idOf(String subject, Schema schema) {
            return WireFormat.schemaId(GoldenEvents.values().get(0));
        }

        @Override
        public void holdToAllVersions(String subject) {
            throw new UnsupportedOperationException("holds nothing");
        }
    }
}
