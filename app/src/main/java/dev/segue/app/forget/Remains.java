package dev.segue.app.forget;

import dev.segue.adapters.kafka.topic.Retention;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicReport;
import dev.segue.adapters.kafka.topic.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What is still stored of listeners who were forgotten, and until when: what only retention and compaction remove.
 *
 * @param scheduled what goes by itself, one sentence each
 * @param unlimited what stays for ever with these settings, one sentence each
 */
record Remains(List<String> scheduled, List<String> unlimited) {

    private static final List<String> BESIDE_TOPICS = List.of(
            "Checkpoints, savepoints and copies of topics from before today: delete them, nothing else does.",
            "Local files of RocksDB: until it compacts them.",
            "KPI rows: they keep counting sessions that were settled before. A running job tells listeners apart by a"
                    + " fingerprint, not by id, until a row is settled: ten days at most with the default rules.");

    /**
     * After a request that was sent now.
     *
     * @param input topics that hold what was sent, and were not touched
     * @param results topics from which records were deleted
     */
    static Remains of(TopicReport report, Topics names, List<Topic> input, List<Topic> results, Instant now) {
        Remains remains = new Remains(new ArrayList<>(), new ArrayList<>());
        for (Topic topic : input) {
            report.retentionOf(topic)
                    .ifPresent(retention -> remains.note(
                            names.name(topic) + ", what was sent", retention.values(), retention.because(), now));
        }
        for (Topic topic : results) {
            report.retentionOf(topic).ifPresent(retention -> {
                remains.note(names.name(topic) + ", deleted values", retention.values(), retention.because(), now);
                if (topic.equals(Topics.SIGNALS)) {
                    remains.note(
                            names.name(topic) + ", the key, which is the listener's id",
                            retention.keys(),
                            retention.because(),
                            now);
                }
            });
        }
        remains.scheduled.addAll(BESIDE_TOPICS);
        return remains;
    }

    private void note(String what, long longest, String because, Instant now) {
        if (longest == Retention.NO_LIMIT) {
            unlimited.add(what + ": for ever (" + because + "). Give it a limit.");
        } else {
            scheduled.add(what + ": until " + now.plusMillis(longest).truncatedTo(ChronoUnit.MINUTES)
                    + " at the latest (" + because + ").");
        }
    }
}
