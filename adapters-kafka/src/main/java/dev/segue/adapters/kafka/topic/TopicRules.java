package dev.segue.adapters.kafka.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Judges whether topics are as a program needs them. A problem would lose or damage results, or end the job; a warning
 * costs a guarantee that a consumer may not need.
 */
final class TopicRules {

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final TopicUse use;
    private final Map<Topic, TopicState> found;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Judges the topics of a program.
     *
     * @param found what the broker reported about those that exist
     */
    TopicRules(TopicUse use, Map<Topic, TopicState> found) {
        this.use = use;
        this.found = found;
        use.all().stream().filter(found::containsKey).forEach(this::judge);
    }

    /** What must be corrected, one explanation each. */
    List<String> problems() {
        return problems;
    }

    /** What may be wrong, one explanation each. */
    List<String> warnings() {
        return warnings;
    }

    private void judge(Topic topic) {
        TopicState state = found.get(topic);
        String name = use.names().name(topic);
        judgePartitions(topic, name, state);
        if (topic.storage().isCompacted()) {
            judgeCompacted(topic, name, state);
        } else if (state.isCompacted()) {
            problems.add("Topic " + name + " is compacted (cleanup.policy is " + state.setting("cleanup.policy")
                    + "): of the records with one key, only the latest would remain. Set cleanup.policy=delete.");
        } else if (topic.storage() == Topic.Storage.PLAYBACK) {
            judgeRetentionOfPlayback(name, state);
        }
        if (topic.storage() == Topic.Storage.UPSERTS) {
            judgeLag(name, state);
        }
        judgeSize(topic, name, state);
        judgeStamps(topic, name, state);
    }

    private void judgePartitions(Topic topic, String name, TopicState state) {
        TopicState playback = found.get(Topics.PLAYBACK);
        if (topic.byListener() && playback != null && playback.partitions() != state.partitions()) {
            problems.add("Topic " + name + " has " + counted(state.partitions()) + ", but "
                    + use.names().playback()
                    + " has " + playback.partitions() + ": what belongs to one listener would not be in partitions"
                    + " with the same number. "
                    + (state.partitions() < playback.partitions()
                            ? "If it is empty, add"
                                    + " partitions (kafka-topics --alter --partitions " + playback.partitions()
                                    + "); otherwise name"
                            : "Name")
                    + " a new topic in topics." + topic.key() + ".");
        }
    }

    private void judgeCompacted(Topic topic, String name, TopicState state) {
        if (!state.isCompacted()) {
            problems.add("Topic " + name + " is not compacted (cleanup.policy is " + state.setting("cleanup.policy")
                    + "): the latest record of a key would disappear with the old ones. Set cleanup.policy=compact.");
            return;
        }
        if (!state.deletesOldRecords() || state.number("retention.ms") < 0) {
            return;
        }
        long retention = state.number("retention.ms");
        String deletes = "Topic " + name + " deletes records after " + inWords(retention)
                + ", even the latest of its key (cleanup.policy is " + state.setting("cleanup.policy")
                + ", retention.ms is " + retention + "). Set cleanup.policy=compact";
        if (topic.storage() == Topic.Storage.UPSERTS && retention < Topic.WEEK_MS) {
            problems.add(deletes + ", or retention.ms to at least " + Topic.WEEK_MS + " (a week).");
        } else if (topic.storage() == Topic.Storage.LATEST && use.reads().contains(topic)) {
            warnings.add(deletes + ", unless each record is written again within that time.");
        }
    }

    private void judgeRetentionOfPlayback(String name, TopicState state) {
        long retention = state.number("retention.ms");
        if (retention >= 0 && retention < Topic.WEEK_MS) {
            String loses = "Topic " + name + " deletes events after " + inWords(retention) + " (retention.ms is "
                    + retention + "): a job that is down for longer would lose them. Set retention.ms=-1, or to at"
                    + " least " + Topic.WEEK_MS + " (a week).";
            (retention < DAY_MS ? problems : warnings).add(loses);
        }
        if (state.number("retention.bytes") >= 0) {
            warnings.add("Topic " + name + " deletes events beyond " + state.setting("retention.bytes")
                    + " bytes per partition (retention.bytes), read or not: at times of much listening, a job that is"
                    + " down loses events sooner. Set retention.bytes=-1.");
        }
    }

    private void judgeLag(String name, TopicState state) {
        for (String key : List.of("min.compaction.lag.ms", "delete.retention.ms")) {
            long lag = state.number(key);
            if (lag < Topic.WEEK_MS) {
                warnings.add("Topic " + name + " has " + key + "=" + lag + ": a consumer that is more than "
                        + inWords(lag) + " behind may miss "
                        + (key.startsWith("min") ? "records that were replaced meanwhile" : "tombstones") + ". Set "
                        + key + "=" + Topic.WEEK_MS + " (a week).");
            }
        }
    }

    private void judgeSize(Topic topic, String name, TopicState state) {
        long most = state.number("max.message.bytes");
        if (use.writes().contains(topic) && most < TopicLayout.MOST_MESSAGE_BYTES) {
            problems.add("Topic " + name + " accepts at most " + most + " bytes at once (max.message.bytes); the job"
                    + " would fail at a larger result. Set max.message.bytes=" + TopicLayout.MOST_MESSAGE_BYTES
                    + " or more.");
        }
    }

    private void judgeStamps(Topic topic, String name, TopicState state) {
        if (!topic.storage().isStamped() || state.isStamped()) {
            return;
        }
        String stamps = "Topic " + name + " stamps records with the producers' clocks (message.timestamp.type is not"
                + " LogAppendTime), so ";
        if (topic.storage() == Topic.Storage.PLAYBACK) {
            boolean expires = state.deletesOldRecords() && state.number("retention.ms") >= 0;
            warnings.add(stamps + "its timestamps are not trusted: only the reading time shows that an event's clock is"
                    + " ahead."
                    + (expires
                            ? " And events with old dates are soon deleted, because retention.ms counts"
                                    + " from those timestamps."
                            : ""));
        } else {
            warnings.add(stamps + "they do not say when a record was written.");
        }
    }

    private static String counted(int partitions) {
        return partitions + (partitions == 1 ? " partition" : " partitions");
    }

    private static String inWords(long ms) {
        if (ms > 0 && ms % DAY_MS == 0) {
            return ms / DAY_MS + " d";
        }
        long hour = TimeUnit.HOURS.toMillis(1);
        return ms > 0 && ms % hour == 0 ? ms / hour + " h" : ms + " ms";
    }
}
