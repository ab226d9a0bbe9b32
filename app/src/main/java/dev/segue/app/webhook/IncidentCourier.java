package dev.segue.app.webhook;

import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.app.webhook.Webhook.Answer;
import dev.segue.domain.alert.Incident;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Posts incidents from their topic to a webhook, one at a time: the next one only after the webhook accepted this one.
 * The offset is committed after each, so after a crash one may be posted twice. None is skipped, unless the webhook
 * rejects it for good, or refuses everything for too long.
 */
final class IncidentCourier implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_PAUSE_MS = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final IncidentCodec codec;
    private final Webhook webhook;
    private final boolean everyRevision;
    private final long longestPauseMs;
    private final long patienceNanos;
    private final Consumer<String> log;
    private final Deliveries deliveries;

    /** Since when the webhook has refused everything; null while it does not. */
    private Long refusedSince;

    private long skipped;
    private boolean waiting;
    private TopicPartition inHand;
    private boolean taken;
    private volatile boolean stopped;

    /**
     * A courier that has not started.
     *
     * @param properties of the consumer; it will poll one record at a time, so that none is skipped when its partition
     *     is reassigned to another courier
     * @param patience how long to try again while the webhook refuses everything; then each incident is tried once, and
     *     skipped, until one is accepted
     * @param log receives delivery problems, as sentences
     * @param deliveries told what becomes of each incident
     */
    IncidentCourier(
            Properties properties,
            IncidentCodec codec,
            Webhook webhook,
            boolean everyRevision,
            Duration longestPause,
            Duration patience,
            Consumer<String> log,
            Deliveries deliveries) {
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.codec = codec;
        this.webhook = webhook;
        this.everyRevision = everyRevision;
        this.longestPauseMs = longestPause.toMillis();
        this.patienceNanos = patience.toNanos();
        this.log = log;
        this.deliveries = deliveries;
    }

    /** Runs until it is stopped. */
    void run(String topic) throws InterruptedException {
        consumer.subscribe(List.of(topic), new FromNowOn());
        try {
            while (!stopped) {
                deliveries.active();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    deliver(record);
                }
            }
        } catch (WakeupException e) {
            if (!stopped) {
                throw e;
            }
        }
    }

    /** Ends {@link #run}, from any thread. */
    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void deliver(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        inHand = partition;
        taken = false;
        String message = messageIn(record);
        if (message != null && !posted(message, record.timestamp())) {
            return;
        }
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.accept("The consumer group is rebalancing: an incident may be posted twice.");
        }
    }

    /** Null when there is nothing to post. */
    private String messageIn(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            Incident incident = codec.decode(record.value());
            return incident.isTransition() || everyRevision ? IncidentMessage.of(incident) : null;
        } catch (UnusableRecord e) {
            deliveries.unusable();
            log.accept("Skipped the record at offset " + record.offset() + " of " + record.topic() + "-"
                    + record.partition() + ", which is not an incident: " + e.getMessage());
            return null;
        }
    }

    private boolean posted(String message, long writtenAt) throws InterruptedException {
        deliveries.begun(writtenAt);
        try {
            return post(message);
        } finally {
            deliveries.ended();
        }
    }

    /** Whether it is done; false when its partition was reassigned meanwhile: the new owner reads the record again. */
    private boolean post(String message) throws InterruptedException {
        long pause = FIRST_PAUSE_MS;
        while (!stopped) {
            Answer answer = webhook.post(message);
            if (answer != Answer.REFUSED) {
                refusedSince = null;
            }
            if (answer == Answer.TAKEN) {
                deliveries.posted();
                return true;
            }
            if (answer == Answer.NEVER) {
                skip("The webhook rejects this message for good (" + webhook.lastProblem() + ")", message);
                return true;
            }
            if (answer == Answer.REFUSED && isOutOfPatience()) {
                skip(
                        "The webhook refuses everything (" + webhook.lastProblem()
                                + "): correct webhook.url, or webhook.authorization and webhook.secret. It has been"
                                + " tried for as long as webhook.give-up-after allows",
                        message);
                return true;
            }
            deliveries.failed();
            pause = Math.min(pause, longestPauseMs);
            log.accept("Cannot post to the webhook (" + webhook.lastProblem() + "). Retrying in " + pause + " ms.");
            if (!waitAndStayMember(pause)) {
                return false;
            }
            pause *= 2;
        }
        return false;
    }

    private boolean isOutOfPatience() {
        long now = System.nanoTime();
        if (refusedSince == null) {
            refusedSince = now;
        }
        return now - refusedSince >= patienceNanos;
    }

    private void skip(String why, String message) {
        skipped++;
        deliveries.refused();
        log.accept(why + ", so it is skipped (" + skipped + " skipped since the start): " + message);
    }

    /** Polls without fetching, so that this consumer stays in its group. */
    private boolean waitAndStayMember(long pauseMs) {
        waiting = true;
        consumer.pause(consumer.assignment());
        long until = System.nanoTime() + Duration.ofMillis(pauseMs).toNanos();
        do {
            deliveries.active();
            long left = Math.max(0, Duration.ofNanos(until - System.nanoTime()).toMillis());
            consumer.poll(Duration.ofMillis(Math.min(left, POLL.toMillis())));
        } while (System.nanoTime() < until && !stopped);
        waiting = false;
        consumer.resume(consumer.assignment());
        return !stopped && !taken;
    }

    /** A new group starts at the end of the topic, and commits that offset at once, so that no later record is lost. */
    private final class FromNowOn implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Delivered records are committed already; the current record goes to the new owner of its partition.
            taken |= partitions.contains(inHand);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            deliveries.joined();
            if (waiting) {
                // A reassignment ends the pause.
                consumer.pause(partitions);
            }
            for (TopicPartition partition : partitions) {
                if (consumer.committed(Set.of(partition)).get(partition) == null) {
                    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(consumer.position(partition))));
                }
            }
        }
    }
}
