package dev.segue.adapters.kafka.transaction;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.io.IOException;
import java.util.Collection;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Flink's exactly-once sink, which loses nothing when the brokers abort a transaction that a checkpoint covers. They do
 * when the job was away for longer than its transactions may be open. Flink then logs that data may be lost, and goes on.
 * But the aborted records are still in the log, unseen by whoever reads committed records. So with each transaction, a
 * checkpoint also stores at which offsets it wrote; on restore, the records of an aborted one are copied from there.
 *
 * @param <T> type of the elements
 */
public final class RepublishingSink<T>
        implements Sink<T>, SupportsWriterState<T, KafkaWriterState>, SupportsCommitter<PreparedTransaction> {

    private static final long serialVersionUID = 1;

    private final KafkaSink<T> sink;
    private final KafkaCluster cluster;
    private final Properties producer;

    /**
     * Wraps a sink.
     *
     * @param sink with exactly-once delivery
     * @param producer the settings of its producers
     */
    public RepublishingSink(KafkaSink<T> sink, KafkaCluster cluster, Properties producer) {
        this.sink = requireNonNull(sink, "sink");
        this.cluster = requireNonNull(cluster, "cluster");
        this.producer = requireNonNull(producer, "producer");
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        WrittenOffsets written = new WrittenOffsets();
        return writer(((Sink<T>) sink).createWriter(new ObservedWriter(context, written)), context, written);
    }

    @Override
    public StatefulSinkWriter<T, KafkaWriterState> restoreWriter(
            WriterInitContext context, Collection<KafkaWriterState> restored) throws IOException {
        WrittenOffsets written = new WrittenOffsets();
        SupportsWriterState<T, KafkaWriterState> wrapped = sink;
        return writer(wrapped.restoreWriter(new ObservedWriter(context, written), restored), context, written);
    }

    private static <T> RepublishingWriter<T> writer(
            SinkWriter<T> wrapped, WriterInitContext context, WrittenOffsets written) {
        return new RepublishingWriter<>(wrapped, context.getTaskInfo().getNumberOfParallelSubtasks(), written);
    }

    @Override
    public Committer<PreparedTransaction> createCommitter(CommitterInitContext context) {
        return new RepublishingCommitter(
                sink.createCommitter(context),
                new AbortedRecords(cluster, producer),
                context.getTaskInfo().getNumberOfParallelSubtasks());
    }

    @Override
    public SimpleVersionedSerializer<PreparedTransaction> getCommittableSerializer() {
        return new PreparedTransaction.Serializer(sink.getCommittableSerializer());
    }

    @Override
    public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }
}
