package dev.segue.adapters.kafka.topic;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * One topic, declared once: its configuration key, its name and its settings on the broker derive from this.
 *
 * @param key what follows {@code topics.} in the configuration
 * @param usualName its name, unless another is configured
 * @param description what is in it, by which key; for the documentation
 * @param byListener whether its records are in the partition with the number of their listener's playback
 */
public record Topic(String key, String usualName, Storage storage, String description, boolean byListener)
        implements Serializable {

    private static final Map<String, String> STAMPED = Map.of("message.timestamp.type", "LogAppendTime");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    /** How far behind a consumer of {@link Storage#UPSERTS} may be, in milliseconds. */
    static final long WEEK_MS = 7 * 24 * 3_600_000L;

    /** A topic whose partitions are not those of playback. */
    public Topic(String key, String usualName, Storage storage, String description) {
        this(key, usualName, storage, description, false);
    }

    public Topic {
        requireNonNull(key, "key");
        requireNonNull(usualName, "usualName");
        requireNonNull(storage, "storage");
        requireNonNull(description, "description");
    }

    /** The same topic, with each record in the partition with the number of its listener's playback. */
    public Topic partitionedByListener() {
        return new Topic(key, usualName, storage, description, true);
    }

    /** How a broker stores the records of a topic. */
    public enum Storage {
        /** Every record, for the retention of the {@link TopicLayout}, stamped with the time of its append. */
        PLAYBACK,
        /** Every record, for the retention of the broker. */
        APPENDED,
        /** The latest record of each key; a consumer that is up to a week behind still sees every record and tombstone. */
        UPSERTS,
        /** The latest record of each key. */
        LATEST,
        /** The latest record of each key, stamped with the time of its append. */
        LATEST_STAMPED;

        /** Whether the broker keeps the latest record of each key, instead of every record. */
        boolean isCompacted() {
            return this != PLAYBACK && this != APPENDED;
        }

        /** Whether the broker stamps records with the time of their append. */
        boolean isStamped() {
            return this == PLAYBACK || this == LATEST_STAMPED;
        }

        /** The broker's settings for such a topic. */
        Map<String, String> settings() {
            return switch (this) {
                case PLAYBACK -> STAMPED;
                case APPENDED -> Map.of();
                case UPSERTS ->
                    Map.of(
                            "cleanup.policy",
                            "compact",
                            "min.compaction.lag.ms",
                            String.valueOf(WEEK_MS),
                            "max.compaction.lag.ms",
                            String.valueOf(2 * WEEK_MS),
                            "delete.retention.ms",
                            String.valueOf(WEEK_MS));
                case LATEST -> COMPACTED;
                case LATEST_STAMPED -> {
                    Map<String, String> both = new HashMap<>(COMPACTED);
                    both.putAll(STAMPED);
                    both.put("max.compaction.lag.ms", String.valueOf(WEEK_MS));
                    yield both;
                }
            };
        }
    }
}
