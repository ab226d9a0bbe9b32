package dev.segue.adapters.kafka.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.RecordWriter;
import dev.segue.adapters.kafka.codec.Samples;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.Track;
import dev.segue.contracts.TrustedContracts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What any third-party registry client must be able to do with our bytes, and we with theirs. Each client has a
 * subclass, which creates it and is otherwise empty.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteroperabilityContract {

    private final ForeignClient foreign;
    private RegistryProcess process;

    InteroperabilityContract(ForeignClient foreign) {
        this.foreign = foreign;
    }

    @BeforeAll
    void startRegistry() throws IOException, InterruptedException {
        TrustedContracts.register();
        process = RegistryProcess.start();
    }

    @AfterAll
    void stopRegistry() throws InterruptedException {
        if (process != null) {
            process.stop();
        }
    }

    @Test
    void we_read_their_events() throws Exception {
        String topic = "theirs";
        PlaybackCodec ours = new PlaybackCodec(registry(), topic);

        try (Serializer<Object> theirs = foreign.serializer(process)) {
            for (int i = 0; i < Samples.all().size(); i++) {
                byte[] value = theirs.serialize(topic, Samples.contracts().get(i));

                assertThat(ours.decode(value)).isEqualTo(Samples.all().get(i));
            }
        }
    }

    @Test
    void they_read_our_events() throws Exception {
        String topic = "ours";
        PlaybackCodec ours = new PlaybackCodec(registry(), topic);

        try (Deserializer<Object> theirs = foreign.deserializer(process)) {
            for (int i = 0; i < Samples.all().size(); i++) {
                byte[] value = ours.encode(Samples.all().get(i));

                assertThat(theirs.deserialize(topic, value))
                        .isEqualTo(Samples.contracts().get(i));
            }
        }
    }

    @Test
    void their_bytes_are_our_bytes_and_their_ids_are_our_ids() throws Exception {
        String topic = "both";
        List<PlaybackEvent> events = Samples.contracts();
        RecordWriter<PlaybackEvent> ours = new RecordWriter<>(registry(), topic, PlaybackEvent.getClassSchema());

        try (Serializer<Object> theirs = foreign.serializer(process)) {
            for (PlaybackEvent event : events) {
                assertThat(ours.write(event)).isEqualTo(theirs.serialize(topic, event));
            }
        }
    }

    @Test
    void their_schema_is_under_the_subject_where_we_look_for_ours() throws Exception {
        String topic = "subject";
        Track track = Track.newBuilder().setTrackId("t1").setValence(0.25).build();

        byte[] value;
        try (Serializer<Object> theirs = foreign.serializer(process)) {
            value = theirs.serialize(topic, track);
        }

        assertThat(registry().idOf("subject-value", Track.getClassSchema()))
                .isEqualTo(ByteBuffer.wrap(value, 1, 4).getInt());
        assertThat(new RecordReader<Track>(registry(), Track.getClassSchema()).read(value))
                .isEqualTo(track);
    }

    final RegistryProcess process() {
        return process;
    }

    final SchemaRegistry registry() {
        return RegistryAccess.at(process.confluentUrl()).connect();
    }
}
