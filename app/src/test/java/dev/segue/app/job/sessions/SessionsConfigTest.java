package dev.segue.app.job.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.job.JobRun;
import dev.segue.app.option.KafkaOptions;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.session.SessionRules;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration of the sessions job. */
class SessionsConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081");

    @Test
    void the_defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new SessionsConfig(
                        Topics.DEFAULT,
                        new PlaybackReading(
                                "listening.playback", "segue-sessions", true, false, Intake.DEFAULT, 60_000, 60_000),
                        true,
                        SessionRules.DEFAULT));
    }

    @Test
    void playback_is_read_from_the_topic_and_as_the_group_that_were_named() {
        PlaybackReading playback = read(Map.of("topics.playback", "events", "kafka.group-id", "us"))
                .playback();

        assertThat(playback.topic()).isEqualTo("events");
        assertThat(playback.group()).isEqualTo("us");
    }

    @Test
    void without_the_catalogue_its_topic_need_not_exist() {
        assertThat(read(Map.of("catalogue.enabled", "false")).catalogueUsed()).isFalse();
        assertThat(built(Map.of("catalogue.enabled", "false")).job().topics().all())
                .containsExactly(
                        Topics.PLAYBACK,
                        Topics.SESSIONS,
                        Topics.PLAYS,
                        Topics.LATE,
                        Topics.DEAD_LETTERS,
                        Topics.HEALTH);
        assertThat(built(Map.of()).job().topics().reads()).contains(Topics.TRACKS);
    }

    private static SessionsConfig read(Map<String, String> more) {
        Config config = config(more);
        return SessionsConfig.from(config, KafkaOptions.from(config, "sessions"));
    }

    private static JobRun built(Map<String, String> more) {
        return SessionsJob.REGISTRATION.build(config(more));
    }

    private static Config config(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.putAll(more);
        return Config.of(texts, SessionsJob.REGISTRATION.options());
    }
}
