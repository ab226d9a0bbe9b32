package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.server.PageMetrics;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.accounting.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics that the page shows, from their first record on and continuously, into its memory. Has no consumer
 * group and commits nothing: every page reads everything itself, and reads it again after a restart. Errors are shown
 * on the page and retried.
 */
final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);

    /**
     * Few records per poll, so that even the largest, of 512 KiB each, fit in the memory that the page does not use.
     */
    private static final Map<String, String> USUAL =
            Map.of("client.id", "segue-dashboard", "fetch.max.wait.ms", "100", "max.poll.records", "200");

    private static final Map<String, String> OWN = Map.of(
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "allow.auto.create.topics", "false");

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final long BETWEEN_LOOKS_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long BEFORE_TRYING_AGAIN_MS = 1_000;

    /** Short, so that the page soon shows what is wrong. */
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(2);

    private final KafkaCluster cluster;
    private final Memory memory;
    private final PageMetrics metrics;
    private final Map<String, Followed> followed = new HashMap<>();
    private final List<Followed> inOrder;
    private final Map<String, Long> unusable = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, List<TopicPartition>> partitions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::keepFollowing, "dashboard topic follower");

    private final Map<String, Progress> progress = new HashMap<>();
    private final long startsUntil;

    private volatile KafkaConsumer<byte[], byte[]> reading;
    private Instant troubleSince;
    private String trouble;
    private boolean asked;

    /** Whether the current consumer has its partitions assigned. */
    private boolean isAssigned;

    private TopicFollower(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            Duration startup,
            PageMetrics metrics,
            Extras extras) {
        this.cluster = cluster;
        this.memory = memory;
        this.metrics = metrics;
        this.startsUntil = System.nanoTime() + startup.toNanos();
        this.inOrder =
                Followed.all(topics, registry.withPatience(REGISTRY_PATIENCE).connect(), memory, extras);
        inOrder.forEach(one -> followed.put(one.topic(), one));
        inOrder.forEach(one -> metrics.follows(one.topic()));
    }

    /**
     * Reports to the memory that nothing is known yet; reads nothing before {@link #begin}.
     *
     * @param startup how long brokers that do not answer yet are shown as starting, instead of as a problem
     * @param metrics counts what is read
     * @param extras which other topics to read
     */
    static TopicFollower of(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            Duration startup,
            PageMetrics metrics,
            Extras extras) {
        TopicFollower follower = new TopicFollower(cluster, registry, topics, memory, startup, metrics, extras);
        follower.report();
        return follower;
    }

    /** Starts reading, in its own thread. */
    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void keepFollowing() {
        while (!isClosing()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                isAssigned = false;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("The page is closed", e);
            } catch (KafkaException e) {
                say(
                        KafkaTrouble.inWords(
                                cluster,
                                e,
                                message -> "Kafka at " + cluster.bootstrapServers() + " cannot be read: " + message),
                        e);
                waitABit();
            } catch (RuntimeException e) {
                LOG.error("Unexpected error while reading for the page", e);
                say(Sentence.ended("Reading failed: " + e), e);
                waitABit();
            } finally {
                reading = null;
            }
        }
    }

    private Properties settings() {
        return cluster.propertiesWith(USUAL, OWN);
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        long lookAt = System.nanoTime();
        while (!isClosing()) {
            if (System.nanoTime() - lookAt >= 0) {
                look(consumer);
                lookAt = System.nanoTime() + BETWEEN_LOOKS_NS;
            }
            if (!isAssigned || consumer.assignment().isEmpty()) {
                waitABit();
            } else {
                read(consumer);
            }
            report(consumer);
        }
    }

    /** Lists the topics; a timeout means that the brokers are gone. */
    private void look(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            Map<String, List<PartitionInfo>> there = consumer.listTopics(LONGEST_ANSWER);
            boolean changed = !isAssigned;
            asked = true;
            for (Followed one : inOrder) {
                List<TopicPartition> now = there.getOrDefault(one.topic(), List.of()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                changed |= !now.equals(partitions.put(one.topic(), now));
            }
            if (changed) {
                isAssigned = false;
                assign(consumer);
                isAssigned = true;
            }
            say(null, null);
        } catch (TimeoutException e) {
            if (!isStarting()) {
                say(
                        "Kafka at " + cluster.bootstrapServers() + " does not answer. Check that it runs, that"
                                + " kafka.bootstrap-servers is correct, and that this machine can reach it.",
                        e);
            }
        }
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> all =
                partitions.values().stream().flatMap(List::stream).toList();
        next.keySet().retainAll(all);
        consumer.assign(all);
        all.forEach(partition -> seek(consumer, partition));
    }

    private void seek(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        Long from = next.get(partition);
        Followed one = followed.get(partition.topic());
        if (from != null) {
            consumer.seek(partition, from);
        } else if (one.isReadWhole()) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            List<TopicPartition> it = List.of(partition);
            long first = consumer.beginningOffsets(it, LONGEST_ANSWER).get(partition);
            long end = consumer.endOffsets(it, LONGEST_ANSWER).get(partition);
            consumer.seek(partition, Math.max(first, end - one.newest()));
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                take(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        } catch (RegistryFailure e) {
            // The record could not be decoded, so it is read again.
            say(Sentence.ended(e.getMessage()), e);
            consumer.assignment().forEach(partition -> seek(consumer, partition));
            waitABit();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        metrics.recordRead(record.topic());
        followed.get(record.topic()).take(record).ifPresent(why -> rejected(record, why));
    }

    private void rejected(ConsumerRecord<byte[], byte[]> record, Exception why) {
        long before = unusable.merge(record.topic(), 1L, Long::sum);
        if (before == 1) {
            LOG.warn(
                    "The record at offset {} of {}-{} cannot be used; others like it are only counted",
                    record.offset(),
                    record.topic(),
                    record.partition(),
                    why);
        }
    }

    private void say(String what, Exception why) {
        if (what == null) {
            troubleSince = null;
            trouble = null;
            return;
        }
        if (troubleSince == null) {
            LOG.warn("{}", what, why);
            troubleSince = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
        trouble = what;
        report();
    }

    private boolean isStarting() {
        return !asked && System.nanoTime() - startsUntil < 0;
    }

    private void report() {
        report(null);
    }

    private void report(KafkaConsumer<byte[], byte[]> consumer) {
        List<Topic> how = new ArrayList<>();
        for (Followed one : inOrder) {
            List<TopicPartition> these = partitions.getOrDefault(one.topic(), List.of());
            long behind = consumer == null || !isAssigned ? Progress.NOT_KNOWN : behind(consumer, these);
            how.add(new Topic(
                    one.topic(),
                    one.use(),
                    state(one, these, behind),
                    Math.max(0, behind),
                    unusable.getOrDefault(one.topic(), 0L)));
        }
        memory.reading(
                how,
                trouble == null ? null : trouble + " Retrying since " + troubleSince + ".",
                trouble == null && isStarting()
                        ? "Waiting for Kafka at " + cluster.bootstrapServers() + " to answer."
                        : null);
    }

    private Topic.State state(Followed one, List<TopicPartition> these, long behind) {
        Progress of = progress.computeIfAbsent(one.topic(), topic -> new Progress());
        if (!asked) {
            return of.unasked();
        }
        return these.isEmpty() ? of.missing() : of.there(behind);
    }

    /** The number of unread records; {@link Progress#NOT_KNOWN} while it is not known. */
    private static long behind(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> these) {
        long sum = 0;
        for (TopicPartition partition : these) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) {
                return Progress.NOT_KNOWN;
            }
            sum += lag.getAsLong();
        }
        return sum;
    }

    private void waitABit() {
        try {
            if (closing.await(BEFORE_TRYING_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The page is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
