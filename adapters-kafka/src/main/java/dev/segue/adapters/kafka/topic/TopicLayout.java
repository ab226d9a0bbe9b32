package dev.segue.adapters.kafka.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the topics are created where they do not exist yet: for the demo, for tests, and as an example for operators.
 *
 * @param partitions number of partitions of every topic; the results of a session go to the partition number of its
 *     listener's playback
 * @param playbackRetentionMs how long playback is retained; -1 for ever
 */
public record TopicLayout(int partitions, long playbackRetentionMs) {

    /** Larger than any of our records, including the framing of a batch. */
    static final int MOST_MESSAGE_BYTES = 640 * 1024;

    private static final long WEEK_MS = 7 * 24 * 3_600_000L;

    public TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, but is " + partitions);
        }
    }

    /** The topics to create, with the broker's default replication. */
    public List<NewTopic> of(Topics topics) {
        return List.of(
                topic(
                        topics.playback(),
                        Map.of(
                                "message.timestamp.type",
                                "LogAppendTime",
                                "retention.ms",
                                String.valueOf(playbackRetentionMs))),
                topic(topics.tracks(), Map.of("cleanup.policy", "compact")),
                topic(topics.sessions(), upserts()),
                topic(topics.plays(), upserts()),
                topic(topics.kpis(), upserts()),
                topic(topics.alerts(), upserts()),
                topic(topics.signals(), Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime")),
                topic(topics.late(), Map.of()),
                topic(topics.deadLetters(), Map.of()),
                topic(topics.health(), Map.of("cleanup.policy", "compact")));
    }

    /** A consumer that is up to a week behind still sees every revision, and every tombstone. */
    private static Map<String, String> upserts() {
        return Map.of(
                "cleanup.policy",
                "compact",
                "min.compaction.lag.ms",
                String.valueOf(WEEK_MS),
                "delete.retention.ms",
                String.valueOf(WEEK_MS));
    }

    private NewTopic topic(String name, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("max.message.bytes", String.valueOf(MOST_MESSAGE_BYTES));
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
