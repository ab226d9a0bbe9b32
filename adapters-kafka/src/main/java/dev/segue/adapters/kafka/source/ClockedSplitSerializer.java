package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serializes a partition as Flink's own connector does, followed by its clock. */
final class ClockedSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {

    /** Version 0 was Flink's own format, without a clock; version 1 had one time only. */
    private static final int VERSION = 2;

    private final SimpleVersionedSerializer<KafkaPartitionSplit> partitions;

    ClockedSplitSerializer(SimpleVersionedSerializer<KafkaPartitionSplit> partitions) {
        this.partitions = requireNonNull(partitions, "partitions");
    }

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(KafkaPartitionSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SimpleVersionedSerialization.writeVersionAndSerialize(partitions, split, out);
        out.writeLong(ClockedSplit.newestOf(split));
        out.writeLong(ClockedSplit.onceAllIsReadOf(split));
        return out.getCopyOfBuffer();
    }

    @Override
    public KafkaPartitionSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("The partitions in this savepoint are in format " + version
                    + ", but this version of Segue reads only format " + VERSION
                    + ". Start the job without the savepoint, or with the version of Segue"
                    + " that took it.");
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        KafkaPartitionSplit split = SimpleVersionedSerialization.readVersionAndDeSerialize(partitions, in);
        return new ClockedSplit(split, in.readLong(), in.readLong());
    }
}
