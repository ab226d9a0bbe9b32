package dev.segue.adapters.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is a problem in a topic, and what only a warning. */
class TopicRulesTest {

    private static final TopicUse USE = TopicUse.of(Topics.DEFAULT)
            .reading(Topics.PLAYBACK, Topics.TRACKS)
            .writing(Topics.SESSIONS, Topics.SIGNALS, Topics.LATE, Topics.HEALTH);

    /** A broker's own defaults, as far as they matter. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "604800000",
            "retention.bytes", "-1",
            "min.compaction.lag.ms", "0",
            "delete.retention.ms", "86400000",
            "max.message.bytes", "1048588",
            "message.timestamp.type", "CreateTime");

    private final Map<Topic, TopicState> found = new LinkedHashMap<>();

    TopicRulesTest() {
        new TopicLayout(4, -1).of(USE).forEach(created -> USE.all().stream()
                .filter(topic -> topic.usualName().equals(created.name()))
                .forEach(topic -> found.put(topic, new TopicState(4, with(created.configs())))));
    }

    @Test
    void nothing_is_wrong_with_topics_as_we_create_them() {
        assertThat(problems()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_topic_by_listener_has_the_partitions_of_playback() {
        partitions(Topics.SESSIONS, 3);
        partitions(Topics.LATE, 5);
        partitions(Topics.HEALTH, 1);

        assertThat(problems())
                .containsExactly(
                        "Topic listening.sessions has 3 partitions, but listening.playback has 4: what belongs to one"
                                + " listener would not be in partitions with the same number. If it is empty, add"
                                + " partitions (kafka-topics --alter --partitions 4); otherwise name a new topic in"
                                + " topics.sessions.",
                        "Topic listening.late has 5 partitions, but listening.playback has 4: what belongs to one"
                                + " listener would not be in partitions with the same number. Name a new topic in"
                                + " topics.late.");
    }

    @Test
    void results_by_key_are_compacted_and_events_are_not() {
        set(Topics.SESSIONS, "cleanup.policy", "delete");
        set(Topics.PLAYBACK, "cleanup.policy", "compact,delete");

        assertThat(problems())
                .containsExactly(
                        "Topic listening.playback is compacted (cleanup.policy is compact,delete): of the records with"
                                + " one key, only the latest would remain. Set cleanup.policy=delete.",
                        "Topic listening.sessions is not compacted (cleanup.policy is delete): the latest record of a"
                                + " key would disappear with the old ones. Set cleanup.policy=compact.");
    }

    @Test
    void a_compacted_topic_may_forget_after_a_week() {
        set(Topics.SESSIONS, "cleanup.policy", "compact,delete");
        set(Topics.SESSIONS, "retention.ms", "604800000");
        assertThat(problems()).isEmpty();

        set(Topics.SESSIONS, "retention.ms", "86400000");
        assertThat(problems())
                .containsExactly("Topic listening.sessions deletes records after 1 d, even the latest of its key"
                        + " (cleanup.policy is compact,delete, retention.ms is 86400000). Set cleanup.policy=compact,"
                        + " or retention.ms to at least 604800000 (a week).");
    }

    @Test
    void the_catalogue_should_forget_nothing() {
        set(Topics.TRACKS, "cleanup.policy", "compact, delete");
        set(Topics.TRACKS, "retention.ms", "2592000000");
        set(Topics.HEALTH, "cleanup.policy", "compact,delete");

        assertThat(problems()).isEmpty();
        assertThat(warnings())
                .containsExactly("Topic catalog.tracks deletes records after 30 d, even the latest of its key"
                        + " (cleanup.policy is compact, delete, retention.ms is 2592000000). Set"
                        + " cleanup.policy=compact, unless each record is written again within that time.");
    }

    @Test
    void playback_outlasts_the_downtime_of_a_job() {
        set(Topics.PLAYBACK, "retention.ms", "604800000");
        assertThat(warnings()).isEmpty();

        set(Topics.PLAYBACK, "retention.ms", "86400000");
        String remedy = "): a job that is down for longer would lose them. Set retention.ms=-1, or to at least"
                + " 604800000 (a week).";
        assertThat(warnings())
                .containsExactly(
                        "Topic listening.playback deletes events after 1 d (retention.ms is 86400000" + remedy);
        assertThat(problems()).isEmpty();

        set(Topics.PLAYBACK, "retention.ms", "3600000");
        assertThat(problems())
                .containsExactly("Topic listening.playback deletes events after 1 h (retention.ms is 3600000" + remedy);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void playback_is_not_deleted_by_size() {
        set(Topics.PLAYBACK, "retention.bytes", "1000");

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Topic listening.playback deletes events beyond 1000 bytes per partition");
    }

    @Test
    void the_largest_result_fits_and_the_size_of_what_others_write_is_theirs_to_choose() {
        set(Topics.LATE, "max.message.bytes", "655359");
        set(Topics.TRACKS, "max.message.bytes", "1000");

        assertThat(problems())
                .containsExactly("Topic listening.late accepts at most 655359 bytes at once (max.message.bytes); the"
                        + " job would fail at a larger result. Set max.message.bytes=655360 or more.");
    }

    @Test
    void a_shorter_lag_costs_consumers_that_are_behind() {
        set(Topics.SESSIONS, "min.compaction.lag.ms", "0");
        set(Topics.SESSIONS, "delete.retention.ms", "86400000");

        assertThat(problems()).isEmpty();
        assertThat(warnings())
                .containsExactly(
                        "Topic listening.sessions has min.compaction.lag.ms=0: a consumer that is more than 0 ms behind"
                                + " may miss records that were replaced meanwhile. Set"
                                + " min.compaction.lag.ms=604800000 (a week).",
                        "Topic listening.sessions has delete.retention.ms=86400000: a consumer that is more than 1 d"
                                + " behind may miss tombstones. Set delete.retention.ms=604800000 (a week).");
    }

    @Test
    void stamps_of_producers_are_warned_of_the_more_so_where_events_expire() {
        set(Topics.PLAYBACK, "message.timestamp.type", "CreateTime");
        set(Topics.SIGNALS, "message.timestamp.type", "CreateTime");
        String stamps = " stamps records with the producers' clocks (message.timestamp.type is not LogAppendTime), so ";
        String untrusted = "Topic listening.playback" + stamps + "its timestamps are not trusted: only the reading time"
                + " shows that an event's clock is ahead.";

        assertThat(problems()).isEmpty();
        assertThat(warnings())
                .containsExactly(
                        untrusted, "Topic listening.signals" + stamps + "they do not say when a record was written.");

        set(Topics.PLAYBACK, "retention.ms", "604800000");
        assertThat(warnings())
                .first()
                .isEqualTo(untrusted
                        + " And events with old dates are soon deleted, because retention.ms counts from those"
                        + " timestamps.");
    }

    @Test
    void a_topic_that_does_not_exist_is_not_judged() {
        found.clear();

        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        return new TopicRules(USE, found).problems();
    }

    private List<String> warnings() {
        return new TopicRules(USE, found).warnings();
    }

    private void partitions(Topic topic, int count) {
        found.put(topic, new TopicState(count, found.get(topic).settings()));
    }

    private void set(Topic topic, String key, String value) {
        Map<String, String> settings = new HashMap<>(found.get(topic).settings());
        settings.put(key, value);
        found.put(topic, new TopicState(found.get(topic).partitions(), settings));
    }

    private static Map<String, String> with(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(DEFAULTS);
        settings.putAll(own);
        return settings;
    }
}
