package dev.segue.adapters.kafka.transaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A transaction that a checkpoint covers, and that is to be committed.
 *
 * @param parallelism how many subtasks wrote at that time
 * @param written where its records are
 */
record PreparedTransaction(KafkaCommittable transaction, int parallelism, OffsetRanges written) {

    /** Whether it comes from a checkpoint, and not from the writer in the same process. */
    boolean isRestored() {
        return transaction.getProducer().isEmpty();
    }

    /**
     * Stores it in checkpoints.
     *
     * @param transactions Flink's own serializer of what it wraps
     */
    record Serializer(SimpleVersionedSerializer<KafkaCommittable> transactions)
            implements SimpleVersionedSerializer<PreparedTransaction> {

        /** 1 is that of Flink's own, which earlier checkpoints hold. */
        private static final int VERSION = 2;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(PreparedTransaction prepared) throws IOException {
            byte[] transaction = transactions.serialize(prepared.transaction());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(transactions.getVersion());
            out.writeInt(transaction.length);
            out.write(transaction);
            out.writeInt(prepared.parallelism());
            prepared.written().writeTo(out);
            return bytes.toByteArray();
        }

        @Override
        public PreparedTransaction deserialize(int version, byte[] bytes) throws IOException {
            if (version != VERSION) {
                throw new IOException("A transaction is stored in version " + version + "; this build of Segue reads "
                        + VERSION + ". Start the build that made the checkpoint.");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int wrapped = in.readInt();
            byte[] transaction = in.readNBytes(in.readInt());
            return new PreparedTransaction(
                    transactions.deserialize(wrapped, transaction), in.readInt(), OffsetRanges.readFrom(in));
        }
    }
}
