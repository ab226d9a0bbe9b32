package dev.segue.adapters.kafka.transaction;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;

/** Flink's writer, which also says at which offsets it wrote. */
final class RepublishingWriter<T>
        implements StatefulSinkWriter<T, KafkaWriterState>, CommittingSinkWriter<T, PreparedTransaction> {

    private final SinkWriter<T> writer;
    private final int parallelism;
    private final WrittenOffsets written;

    RepublishingWriter(SinkWriter<T> writer, int parallelism, WrittenOffsets written) {
        this.writer = writer;
        this.parallelism = parallelism;
        this.written = written;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        writer.write(element, context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writer.flush(endOfInput);
    }

    /** Flink has flushed before, so all records have their offsets. */
    @Override
    @SuppressWarnings("unchecked")
    public Collection<PreparedTransaction> prepareCommit() throws IOException, InterruptedException {
        OffsetRanges offsets = written.taken();
        return ((CommittingSinkWriter<T, KafkaCommittable>) writer)
                .prepareCommit().stream()
                        .map(transaction -> new PreparedTransaction(transaction, parallelism, offsets))
                        .toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<KafkaWriterState> snapshotState(long checkpoint) throws IOException {
        return ((StatefulSinkWriter<T, KafkaWriterState>) writer).snapshotState(checkpoint);
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
        writer.writeWatermark(watermark);
    }

    @Override
    public void close() throws Exception {
        writer.close();
    }
}
