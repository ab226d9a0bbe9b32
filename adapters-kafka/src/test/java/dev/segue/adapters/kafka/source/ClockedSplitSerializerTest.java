package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.clock.Clocks;
import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClockedSplitSerializerTest {

    private static final TopicPartition PARTITION = new TopicPartition("playback", 3);

    private final ClockedSplitSerializer serializer = new ClockedSplitSerializer(new KafkaPartitionSplitSerializer());

    @Test
    void a_partition_comes_back_with_its_offsets_and_its_clock() throws Exception {
        ClockedSplit split =
                new ClockedSplit(new KafkaPartitionSplit(PARTITION, 17, 42), 1_772_442_000_000L, 1_772_442_000_001L);

        KafkaPartitionSplit read = serializer.deserialize(serializer.getVersion(), serializer.serialize(split));

        assertThat(read).isEqualTo(split);
        assertThat(read.getStartingOffset()).isEqualTo(17);
        assertThat(read.getStoppingOffset()).hasValue(42L);
        assertThat(ClockedSplit.newestOf(read)).isEqualTo(1_772_442_000_000L);
        assertThat(ClockedSplit.onceAllIsReadOf(read)).isEqualTo(1_772_442_000_001L);
    }

    @Test
    void a_partition_that_was_only_assigned_has_no_clock() throws Exception {
        KafkaPartitionSplit split = new KafkaPartitionSplit(PARTITION, KafkaPartitionSplit.EARLIEST_OFFSET);

        KafkaPartitionSplit read = serializer.deserialize(serializer.getVersion(), serializer.serialize(split));

        assertThat(read).isEqualTo(new ClockedSplit(split, Clocks.NOT_STARTED, Clocks.NOT_STARTED));
    }

    @Test
    void another_form_is_refused_in_words() {
        assertThatThrownBy(() -> serializer.deserialize(0, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The partitions in this savepoint are in format 0, but this version of Segue reads only format"
                                + " 2. Start the job without the savepoint, or with the version of Segue that"
                                + " took it.");
    }
}
