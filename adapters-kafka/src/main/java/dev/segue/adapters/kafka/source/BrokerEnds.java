package dev.segue.adapters.kafka.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queries the broker for the end offsets of silent partitions, with a consumer and a thread of its own, created at the
 * first silence.
 *
 * <p>The end offset alone does not suffice: transaction markers and compacted records take up offsets, too. If the
 * reader has not reached the end, this checks whether there are any records in between. While a transaction is open on a
 * partition, there is no answer: its records may still be committed.
 */
final class BrokerEnds implements PartitionEnds {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerEnds.class);

    private static final long ASK_EVERY_MS = 1_000;
    private static final long TRUSTED_FOR_MS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<Consumer<byte[], byte[]>> consumersOfAll;
    private final LongSupplier clockMs;
    private final AtomicReference<Map<TopicPartition, Long>> watched = new AtomicReference<>(Map.of());
    private final Map<TopicPartition, Answer> answers = new ConcurrentHashMap<>();
    private final String name;
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> asking;
    private Thread thread;

    /**
     * Queries nothing until the first silence.
     *
     * @param name name of the thread
     * @param consumers creates a consumer with the reader's isolation level
     * @param consumersOfAll creates a consumer that sees records of open transactions, too
     * @param clockMs a monotonic clock, in milliseconds
     */
    BrokerEnds(
            String name,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Consumer<byte[], byte[]>> consumersOfAll,
            LongSupplier clockMs) {
        this.name = name;
        this.consumers = consumers;
        this.consumersOfAll = consumersOfAll;
        this.clockMs = clockMs;
    }

    @Override
    public void watch(Map<TopicPartition, Long> next) {
        watched.set(Map.copyOf(next));
        if (thread == null && !next.isEmpty()) {
            thread = new Thread(this::askUntilClosed, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public boolean allRead(TopicPartition partition, long next) {
        Answer answer = answers.get(partition);
        return answer != null
                && next >= answer.endOfRecords()
                && clockMs.getAsLong() - answer.askedAt() <= TRUSTED_FOR_MS;
    }

    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> consumer = asking;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void askUntilClosed() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = consumers.get();
                    Consumer<byte[], byte[]> ofAll = consumersOfAll.get()) {
                asking = consumer;
                while (!closed) {
                    ask(consumer, ofAll, watched.get());
                    Thread.sleep(ASK_EVERY_MS);
                }
            } catch (InterruptedException | InterruptException | WakeupException e) {
                LOG.debug("Interrupted; stopping with the reader.", e);
            } catch (RuntimeException e) {
                answers.clear();
                LOG.warn(
                        "Cannot query the ends of silent partitions, which hold the clock back meanwhile: {}",
                        e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(ASK_EVERY_MS);
        } catch (InterruptedException e) {
            LOG.debug("Interrupted; stopping with the reader.", e);
        }
    }

    /** Queries all watched partitions; a partition without an answer has none afterwards. */
    void ask(Consumer<byte[], byte[]> consumer, Consumer<byte[], byte[]> ofAll, Map<TopicPartition, Long> nextOffsets) {
        answers.keySet().retainAll(nextOffsets.keySet());
        if (nextOffsets.isEmpty()) {
            return;
        }
        assign(consumer, nextOffsets.keySet());
        assign(ofAll, nextOffsets.keySet());
        long askedAt = clockMs.getAsLong();
        Map<TopicPartition, Long> ends = consumer.endOffsets(nextOffsets.keySet(), PATIENCE);
        Map<TopicPartition, Long> endsOfAll = ofAll.endOffsets(nextOffsets.keySet(), PATIENCE);
        nextOffsets.forEach((partition, next) -> {
            Long end = ends.get(partition);
            Long endOfAll = endsOfAll.get(partition);
            if (end == null || endOfAll == null || end < endOfAll) {
                answers.remove(partition);
                return;
            }
            Answer before = answers.get(partition);
            boolean nothingNew = before != null && before.end() == end && next >= before.endOfRecords();
            long endOfRecords = nothingNew
                    ? before.endOfRecords()
                    : next >= end ? end : endOfRecords(consumer, partition, next, end);
            answers.put(partition, new Answer(end, endOfRecords, askedAt));
        });
    }

    /** A consumer that is asked about a partition that it is not assigned warns each time. */
    private static void assign(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        if (!consumer.assignment().equals(partitions)) {
            consumer.assign(partitions);
        }
    }

    /** The offset after the last record before {@code end}; {@code next} itself if there is nothing to read. */
    private long endOfRecords(Consumer<byte[], byte[]> consumer, TopicPartition partition, long next, long end) {
        consumer.assign(List.of(partition));
        if (next < 0) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, next);
        }
        long giveUpAt = clockMs.getAsLong() + PATIENCE.toMillis();
        while (clockMs.getAsLong() < giveUpAt && !closed) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(A_MOMENT);
            boolean atEnd = consumer.position(partition, PATIENCE) >= end;
            if (!records.isEmpty()) {
                var read = records.records(partition);
                return atEnd ? read.get(read.size() - 1).offset() + 1 : end;
            }
            if (atEnd) {
                return next;
            }
        }
        return end;
    }

    /**
     * An answer of the broker.
     *
     * @param end end offset of the partition
     * @param endOfRecords a reader whose next offset is this has read everything
     * @param askedAt when it was requested, by the monotonic clock
     */
    private record Answer(long end, long endOfRecords, long askedAt) {}
}
