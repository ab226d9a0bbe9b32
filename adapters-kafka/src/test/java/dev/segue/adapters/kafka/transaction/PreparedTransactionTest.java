package dev.segue.adapters.kafka.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PreparedTransactionTest {

    private static final TopicPartition SESSIONS = new TopicPartition("sessions", 3);
    private static final TopicPartition PLAYS = new TopicPartition("plays", 0);

    private final WrittenOffsets written = new WrittenOffsets();

    @Test
    void knows_which_records_between_those_of_others_are_its_own() {
        wrote(SESSIONS, 5, 6, 7, 20, 21);
        wrote(PLAYS, 0);
        OffsetRanges offsets = written.taken();

        assertThat(offsets.partitions()).containsExactly(SESSIONS, PLAYS);
        assertThat(offsets.first(SESSIONS)).isEqualTo(5);
        assertThat(offsets.last(SESSIONS)).isEqualTo(21);
        assertThat(offsets.count()).isEqualTo(6);
        for (long offset = 0; offset < 30; offset++) {
            boolean own = (5 <= offset && offset <= 7) || offset == 20 || offset == 21;
            assertThat(offsets.contain(SESSIONS, offset)).as("offset " + offset).isEqualTo(own);
        }
        assertThat(offsets.contain(new TopicPartition("sessions", 4), 5)).isFalse();
    }

    @Test
    void a_record_that_could_not_be_written_is_nowhere() {
        wrote(SESSIONS, -1, 4);

        OffsetRanges offsets = written.taken();

        assertThat(offsets.first(SESSIONS)).isEqualTo(4);
    }

    @Test
    void each_transaction_has_its_own_offsets() {
        wrote(SESSIONS, 1);
        written.taken();
        wrote(SESSIONS, 9);

        OffsetRanges offsets = written.taken();

        assertThat(offsets.first(SESSIONS)).isEqualTo(9);
    }

    @Test
    void a_checkpoint_holds_all_of_it_but_the_producer() throws Exception {
        wrote(SESSIONS, 5, 6, 7, 20);
        wrote(PLAYS, 0);
        PreparedTransaction prepared = new PreparedTransaction(
                new KafkaCommittable(77, (short) 2, "segue-sessions-changes-0-12", null), 4, written.taken());
        PreparedTransaction.Serializer serializer = new PreparedTransaction.Serializer(new CommittableText());

        PreparedTransaction restored = serializer.deserialize(serializer.getVersion(), serializer.serialize(prepared));

        assertThat(restored).isEqualTo(prepared);
        assertThat(restored.isRestored()).isTrue();
    }

    @Test
    void what_another_build_has_stored_is_refused() {
        PreparedTransaction.Serializer serializer = new PreparedTransaction.Serializer(new CommittableText());

        assertThatThrownBy(() -> serializer.deserialize(1, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 1; this build of Segue reads 2");
    }

    private void wrote(TopicPartition partition, long... offsets) {
        for (long offset : offsets) {
            written.accept(new RecordMetadata(partition, offset, 0, -1, 0, 0));
        }
    }

    /** In place of Flink's own, which is not public. */
    private static final class CommittableText implements SimpleVersionedSerializer<KafkaCommittable> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(KafkaCommittable committable) {
            return (committable.getProducerId() + " " + committable.getEpoch() + " " + committable.getTransactionalId())
                    .getBytes(UTF_8);
        }

        @Override
        public KafkaCommittable deserialize(int version, byte[] serialized) {
            String[] parts = new String(serialized, UTF_8).split(" ", -1);
            return new KafkaCommittable(Long.parseLong(parts[0]), Short.parseShort(parts[1]), parts[2], null);
        }
    }
}
