package dev.segue.adapters.kafka.catalogue;

import dev.segue.adapters.kafka.codec.Framing;
import dev.segue.adapters.kafka.codec.TrackCodec.CatalogueEntry;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the catalogue's topic from its beginning, in a thread of its own, and follows it until it is stopped. While
 * Kafka or the registry is unavailable it retries; records that are not tracks are skipped.
 */
final class CatalogueFollower {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFollower.class);

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final long TRY_AGAIN_AFTER_MS = 1_000;
    private static final long LOG_EVERY_S = 10;
    private static final long LOOK_FOR_PARTITIONS_EVERY_NS = TimeUnit.MINUTES.toNanos(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final TrackDecoder decoder;
    private final CatalogueCopy tracks;
    private final CountDownLatch read = new CountDownLatch(1);
    private final Thread thread;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private Map<TopicPartition, Long> endsAtStart;
    private long skipped;
    private volatile boolean stopped;

    /**
     * Creates a follower; {@link #start} starts it.
     *
     * @param tracks the copy that it keeps up to date; nothing else may write to it
     */
    CatalogueFollower(
            String topic, Supplier<Consumer<byte[], byte[]>> consumers, TrackDecoder decoder, CatalogueCopy tracks) {
        this.topic = topic;
        this.consumers = consumers;
        this.decoder = decoder;
        this.tracks = tracks;
        this.thread = new Thread(this::followUntilStopped, "catalogue-" + topic);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** Waits until the topic has been read up to the end it had at the start. */
    void awaitRead() throws InterruptedException {
        while (!read.await(LOG_EVERY_S, TimeUnit.SECONDS)) {
            LOG.info("Playback waits until the track catalogue has been read from topic {}.", topic);
        }
    }

    private void followUntilStopped() {
        while (!stopped) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                followWith(consumer);
            } catch (InterruptException | WakeupException e) {
                LOG.debug("Interrupted; stopping if the catalogue is closed.", e);
            } catch (RuntimeException e) {
                LOG.warn("Cannot read the track catalogue from topic {}; trying again.", topic, e);
                pause();
            }
        }
    }

    private void followWith(Consumer<byte[], byte[]> consumer) {
        try {
            while (!stopped) {
                follow(consumer);
            }
        } finally {
            // Stopping interrupts this thread; a consumer that is closed while interrupted logs an error.
            boolean unused = Thread.interrupted();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long offset = next.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        if (endsAtStart == null) {
            endsAtStart = Map.copyOf(consumer.endOffsets(partitions));
        }
        long lookAgainAt = System.nanoTime() + LOOK_FOR_PARTITIONS_EVERY_NS;
        while (!stopped && System.nanoTime() - lookAgainAt < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                learn(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            if (read.getCount() > 0 && reachedEnds(consumer)) {
                LOG.info(
                        "The track catalogue has been read: {} tracks in {} MB, {} records skipped.",
                        tracks.size(),
                        tracks.bytes() >> 20,
                        skipped);
                read.countDown();
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new IllegalStateException("Topic " + topic + " does not exist.");
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private boolean reachedEnds(Consumer<byte[], byte[]> consumer) {
        return endsAtStart.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            if (record.key() != null) {
                tracks.remove(new String(record.key(), StandardCharsets.UTF_8));
            }
            return;
        }
        try {
            CatalogueEntry entry = decoder.decode(record.value());
            tracks.put(entry.trackId(), entry.artistId(), entry.facts());
        } catch (UnusableRecord e) {
            skipped++;
            if (Long.bitCount(skipped) == 1) {
                LOG.warn(
                        "Skipped a record of the track catalogue, at offset {} of partition {} of topic {}: {}"
                                + " ({} so far.)",
                        record.offset(),
                        record.partition(),
                        topic,
                        Framing.explained(e, record.headers()).explanation(),
                        skipped);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(TRY_AGAIN_AFTER_MS);
        } catch (InterruptedException e) {
            LOG.debug("Interrupted; stopping if the catalogue is closed.", e);
        }
    }
}
