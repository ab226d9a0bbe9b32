package dev.segue.adapters.kafka.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An underlying reader that delivers records supplied by the test. */
final class ScriptedRecords implements SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> {

    final List<KafkaPartitionSplit> splits = new ArrayList<>();
    private final Queue<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Queue<String> ended = new ArrayDeque<>();
    private final Map<String, SourceOutput<ConsumerRecord<byte[], byte[]>>> outputs = new HashMap<>();
    private final CompletableFuture<Void> nothing = new CompletableFuture<>();

    void put(ConsumerRecord<byte[], byte[]> record) {
        waiting.add(record);
    }

    void end(String split) {
        ended.add(split);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<ConsumerRecord<byte[], byte[]>> output) {
        ConsumerRecord<byte[], byte[]> next = waiting.poll();
        if (next != null) {
            outputs.computeIfAbsent(next.topic() + "-" + next.partition(), output::createOutputForSplit)
                    .collect(next, next.timestamp());
            return InputStatus.MORE_AVAILABLE;
        }
        if (!ended.isEmpty()) {
            output.releaseOutputForSplit(ended.remove());
        }
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return waiting.isEmpty() ? nothing : CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> added) {
        splits.addAll(added);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        return List.copyOf(splits);
    }

    @Override
    public void start() {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
