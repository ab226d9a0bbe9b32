package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/** For noise under a known schema, a codec returns an event or throws an unusable record. */
class GarbageTest {

    private static final int ATTEMPTS = 20_000;

    private final RegistryInMemory registry = new RegistryInMemory();
    private final PlaybackCodec codec = new PlaybackCodec(registry, "listening.playback");

    @Test
    void noise_under_a_known_schema_is_read_or_refused() {
        byte[] header = Arrays.copyOf(codec.encode(Samples.all().get(0)), WireFormat.HEADER_BYTES);
        Random random = new Random(4);
        Outcomes outcomes = new Outcomes();

        for (int i = 0; i < ATTEMPTS; i++) {
            byte[] value = new byte[WireFormat.HEADER_BYTES + random.nextInt(400)];
            random.nextBytes(value);
            System.arraycopy(header, 0, value, 0, header.length);
            outcomes.add(value);
        }

        assertThat(outcomes.refused).containsKey(RejectionReason.UNREADABLE);
        assertThat(outcomes.total()).isEqualTo(ATTEMPTS);
    }

    @Test
    void noise_under_a_schema_with_more_than_ours_is_read_or_refused() {
        String more = dev.segue.contracts.PlaybackEvent.getClassSchema()
                .toString()
                .replace(
                        "\"fields\":[{\"name\":\"event_id\"",
                        """
                "fields":[\
                {"name":"nothings","default":[],"type":{"type":"array","items":"null"}},\
                {"name":"tags","default":{},"type":{"type":"map","values":"bytes"}},\
                {"name":"tree","default":null,"type":["null",{"type":"record","name":"Tree","fields":[\
                {"name":"left","type":["null","Tree"]},{"name":"weight","type":"double"}]}]},\
                {"name":"event_id\"""");
        Schema theirs = new SchemaParser().parse(more).mainSchema();
        byte[] header = WireFormat.header(registry.idOf("listening.playback-value", theirs));
        Random random = new Random(5);
        Outcomes outcomes = new Outcomes();

        for (int i = 0; i < ATTEMPTS; i++) {
            byte[] value = new byte[WireFormat.HEADER_BYTES + random.nextInt(400)];
            for (int at = 0; at < value.length; at++) {
                value[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(5));
            }
            System.arraycopy(header, 0, value, 0, header.length);
            outcomes.add(value);
        }
        byte[] deep = new byte[900_000];
        Arrays.fill(deep, (byte) 2);
        System.arraycopy(header, 0, deep, 0, header.length);
        deep[5] = 0;
        deep[6] = 0;
        outcomes.add(deep);

        assertThat(outcomes.refused).containsKey(RejectionReason.UNREADABLE);
        assertThat(outcomes.last).isEqualTo("The value is not a valid PlaybackEvent: it is nested too deeply.");
        assertThat(outcomes.total()).isEqualTo(ATTEMPTS + 1);
    }

    /** Counts the outcomes; anything but an event or an unusable record fails the test. */
    private final class Outcomes {

        private final Map<RejectionReason, Integer> refused = new EnumMap<>(RejectionReason.class);
        private int read;
        private String last = "";

        void add(byte[] value) {
            try {
                PlaybackEvent event = codec.decode(value);
                assertThat(event.occurredAt()).isBetween(-62_135_596_800_000L, 253_402_300_799_999L);
                read++;
            } catch (UnusableRecord e) {
                refused.merge(e.reason(), 1, Integer::sum);
                last = e.explanation();
            }
        }

        int total() {
            return read + refused.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
