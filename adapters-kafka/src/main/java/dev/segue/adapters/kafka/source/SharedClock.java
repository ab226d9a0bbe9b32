package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Combines the times of all readers into the one acceptance clock, in the coordinator that assigns the partitions.
 *
 * <p>Flink's own way, a watermark per reader and the minimum downstream, cannot hold the clock back for a partition
 * that was idle and then becomes unreachable: a reader that wakes up behind the others is not waited for. So readers
 * report here, and all emit the same time, the minimum over the partitions that are not idle, whichever reader reads
 * them. The clock starts when every partition has been assigned and every reader has reported; a reader without
 * partitions does not hold it back.
 *
 * <p>When tasks fail, Flink restarts their readers from the last checkpoint, but not this coordinator. So it stores
 * nothing but the last report of each current reader, and the clock restarts whenever a reader does: it depends on what
 * the current readers have read, never on failed ones. After a checkpoint has begun, Flink delivers messages to a
 * reader only once that reader has taken its part of the checkpoint, so no checkpoint contains a time from after it.
 *
 * <p>All calls come from the source coordinator's thread. A reader is sent the time only in answer to its own report,
 * so that nothing is sent to a reader that is gone.
 */
final class SharedClock implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> partitions;
    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final Map<Integer, ReaderTime> reports = new HashMap<>();
    private final Map<Integer, Long> sent = new HashMap<>();
    private boolean started;
    private long time = Clocks.NOT_STARTED;

    /**
     * Creates a clock over the readers of a source.
     *
     * @param partitions discovers partitions and assigns them to readers
     */
    SharedClock(
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> partitions,
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        this.partitions = partitions;
        this.context = context;
    }

    @Override
    public void start() {
        partitions.start();
    }

    /** A reader starts. */
    @Override
    public void addReader(int reader) {
        remove(reader);
        partitions.addReader(reader);
    }

    /** A reader has failed and will restart: Flink calls this for all failed readers before any of them starts. */
    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {
        remove(reader);
        partitions.addSplitsBack(splits, reader);
    }

    private void remove(int reader) {
        reports.remove(reader);
        sent.remove(reader);
        started = false;
        time = Clocks.NOT_STARTED;
    }

    @Override
    public void handleSourceEvent(int reader, SourceEvent event) {
        if (!(event instanceof ReaderTime report)) {
            partitions.handleSourceEvent(reader, event);
            return;
        }
        if (!context.registeredReaders().containsKey(reader)) {
            return;
        }
        reports.put(reader, report);
        started = started || everyPartitionIsReported();
        if (started) {
            time = Math.max(time, timeOfReports());
            send(reader);
        }
    }

    private long timeOfReports() {
        PartitionClocks<Integer> readers = new PartitionClocks<>(0);
        reports.forEach((reader, report) -> {
            readers.assigned(reader);
            readers.observe(reader, report.time());
            if (report.idle()) {
                readers.idle(reader);
            }
        });
        return readers.time();
    }

    private void send(int reader) {
        if (time > sent.getOrDefault(reader, Clocks.NOT_STARTED)) {
            sent.put(reader, time);
            context.sendEventToSourceReader(reader, new AcceptanceTime(time));
        }
    }

    private boolean everyPartitionIsReported() {
        if (reports.size() < context.currentParallelism()) {
            return false;
        }
        KafkaSourceEnumState known = snapshotState(0);
        int reported =
                reports.values().stream().mapToInt(ReaderTime::partitions).sum();
        return known.initialDiscoveryFinished() && reported >= known.splits().size();
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) {
        try {
            return partitions.snapshotState(checkpoint);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot determine the partitions of the source.", e);
        }
    }

    @Override
    public void handleSplitRequest(int reader, String host) {
        partitions.handleSplitRequest(reader, host);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        partitions.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        partitions.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void close() throws IOException {
        partitions.close();
    }
}
