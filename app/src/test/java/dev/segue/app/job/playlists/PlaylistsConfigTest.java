package dev.segue.app.job.playlists;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.InvalidConfig;
import dev.segue.app.config.Problem;
import dev.segue.app.option.KafkaOptions;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.track.TrackRules;
import dev.segue.domain.listening.ListeningRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The configuration of the playlists job. */
class PlaylistsConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081");

    @Test
    void the_defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new PlaylistsConfig(
                        Topics.DEFAULT,
                        new TopicReading("listening.sessions", "segue-playlists", true, 0, 60_000),
                        new TopicReading("listening.plays", "segue-playlists", true, 0, 60_000),
                        new KpiRules(new FollowRule(Set.of(), 10_000), 5_000, 30 * 3_600_000L),
                        new TrackRules(200, 60_000, ListeningRules.DEFAULT)));
    }

    @Test
    void every_key_takes_effect() {
        PlaylistsConfig config = read(Map.ofEntries(
                entry("topics.sessions", "other.sessions"),
                entry("topics.plays", "other.plays"),
                entry("results.committed-only", "false"),
                entry("results.idle-after", "2 ms"),
                entry("kpis.follow", "weekly, morning ,,jazz"),
                entry("kpis.max-subjects", "3"),
                entry("kpis.emit-every", "4 ms"),
                entry("kpis.max-session", "5 h"),
                entry("kpis.max-tracks", "6"),
                entry("kpis.emit-tracks-every", "7 ms"),
                entry("listening.quick-skip", "8 ms"),
                entry("listening.early-skip", "9 ms"),
                entry("listening.counted-play", "10 ms")));

        assertThat(config.sessions()).isEqualTo(new TopicReading("other.sessions", "segue-playlists", false, 0, 2));
        assertThat(config.plays()).isEqualTo(new TopicReading("other.plays", "segue-playlists", false, 0, 2));
        assertThat(config.trackRules().mostTracks()).isEqualTo(6);
        assertThat(config.trackRules().emitEveryMs()).isEqualTo(7);
        assertThat(config.trackRules().listening().quickSkipMs()).isEqualTo(8);
        assertThat(config.trackRules().listening().earlySkipMs()).isEqualTo(9);
        assertThat(config.trackRules().listening().countedPlayMs()).isEqualTo(10);
        assertThat(config.rules())
                .isEqualTo(new KpiRules(new FollowRule(Set.of("weekly", "morning", "jazz"), 3), 4, 5 * 3_600_000L));
    }

    @Test
    void nothing_need_be_followed_and_rows_need_not_wait() {
        PlaylistsConfig config = read(Map.of("kpis.max-subjects", "0", "kpis.emit-every", "0"));

        assertThat(config.rules()).isEqualTo(new KpiRules(new FollowRule(Set.of(), 0), 0, 30 * 3_600_000L));
    }

    @Test
    void tracks_need_not_be_counted() {
        assertThat(read(Map.of("kpis.max-tracks", "0")).trackRules().countTracks())
                .isFalse();
    }

    @Test
    void everything_that_is_wrong_is_reported_with_its_key() {
        InvalidConfig wrong = catchThrowableOfType(
                InvalidConfig.class,
                () -> read(Map.of(
                        "kpis.max-subjects", "-1",
                        "kpis.emit-every", "often",
                        "kpis.max-session", "0",
                        "kpis.max-tracks", "601")));

        assertThat(wrong.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "kpis.max-subjects: found '-1', expected a whole number from 0 to 10000000.",
                        "kpis.max-tracks: found '601', expected a whole number from 0 to 600.",
                        "kpis.emit-every: found 'often', expected a duration up to 3650 d, such as 0 s, 30 s,"
                                + " 15 min or 24 h.",
                        "kpis.max-session: found '0', expected a duration from 1 ms to 3650 d, such as 30 s,"
                                + " 15 min or 24 h.");
    }

    private static PlaylistsConfig read(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.putAll(more);
        Config config = Config.of(texts, PlaylistsJob.REGISTRATION.options());
        return PlaylistsConfig.from(config, KafkaOptions.from(config, "playlists"));
    }
}
