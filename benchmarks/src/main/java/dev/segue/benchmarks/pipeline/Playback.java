package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.benchmarks.history.ListeningLog;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A filled playback topic with one partition, whose order is the order of arrival.
 *
 * @param events number of events on it
 * @param sessions number of sessions that they belong to
 * @param bytes total size of the values
 */
public record Playback(String topic, long events, long sessions, long bytes) {

    private static final int PARTITIONS = 1;
    private static final int FOR_EVER = -1;

    /** Fills the topic with the beginning of a log. */
    static Playback fill(KafkaCluster cluster, RegistryAccess registry, String topic, ListeningLog log, long events)
            throws TopicsUnfit, InterruptedException {
        long bytes = write(cluster, registry, topic, log, events);
        return new Playback(topic, events, log.sessions(), bytes);
    }

    /** Creates the topic, writes so many events to it, and returns the total size of their values. */
    public static long write(
            KafkaCluster cluster, RegistryAccess registry, String topic, Iterator<PlaybackEvent> log, long events)
            throws TopicsUnfit, InterruptedException {
        createTopics(cluster, SideRun.topics(topic, topic), List.of(topic));
        PlaybackCodec codec = new PlaybackCodec(registry.connect(), topic);
        AtomicReference<Exception> failed = new AtomicReference<>();
        long bytes = 0;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.propertiesWith(
                        Map.of("acks", "all", "linger.ms", "20", "batch.size", "131072", "compression.type", "lz4")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (long i = 0; i < events; i++) {
                PlaybackEvent event = log.next();
                byte[] value = codec.encode(event);
                bytes += value.length;
                byte[] key = event.listener().getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(
                        new ProducerRecord<>(topic, key, value),
                        (written, failure) -> failed.compareAndSet(null, failure));
            }
        }
        if (failed.get() != null) {
            throw new IllegalStateException("Cannot fill topic " + topic + ".", failed.get());
        }
        return bytes;
    }

    /** Creates some of the topics of a run. */
    public static void createTopics(KafkaCluster cluster, Topics topics, Collection<String> wanted)
            throws TopicsUnfit, InterruptedException {
        List<NewTopic> layout = new TopicLayout(PARTITIONS, FOR_EVER)
                .of(topics).stream()
                        .filter(topic -> wanted.contains(topic.name()))
                        .toList();
        new TopicAdmin(cluster).create(layout);
    }
}
