package dev.segue.app.job.signals;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.option.KafkaOptions;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.ranking.RankingPolicies;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration of the signals job. */
class SignalsConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081");

    @Test
    void the_defaults() {
        assertThat(read(Map.of()))
                .isEqualTo(new SignalsConfig(
                        Topics.DEFAULT,
                        new PlaybackReading(
                                "listening.playback", "segue-signals", false, false, Intake.DEFAULT, 60_000, 60_000),
                        SignalRules.DEFAULT,
                        ofMillis(5)));
    }

    @Test
    void every_key_takes_effect() {
        SignalsConfig config = read(Map.ofEntries(
                Map.entry("sessions.gap", "1 min"),
                Map.entry("sessions.max-play", "2 min"),
                Map.entry("listening.quick-skip", "1 ms"),
                Map.entry("listening.early-skip", "2 ms"),
                Map.entry("listening.counted-play", "3 ms"),
                Map.entry("listening.mood-half-life", "4 ms"),
                Map.entry("signals.memory", "3 min"),
                Map.entry("signals.max-remembered", "4"),
                Map.entry("signals.recent-mood", "5 min"),
                Map.entry("signals.next-songs", "6"),
                Map.entry("signals.ranking.not-again-within", "7"),
                Map.entry("signals.ranking.variety-over", "8"),
                Map.entry("signals.ads.hold-after-skips", "9"),
                Map.entry("signals.ads.pause", "10 min"),
                Map.entry("signals.ads.first-songs", "11"),
                Map.entry("signals.ads.calm-songs", "12"),
                Map.entry("signals.flush-every", "13 ms")));

        assertThat(config.rules())
                .isEqualTo(new SignalRules(
                        ofMinutes(1).toMillis(),
                        ofMinutes(2).toMillis(),
                        new ListeningRules(1, 2, 3, ListeningRules.DEFAULT.interruptionMs(), 4),
                        ofMinutes(5).toMillis(),
                        ofMinutes(3).toMillis(),
                        4,
                        6,
                        AdPolicies.of(9, ofMinutes(10).toMillis(), 11, 12),
                        RankingPolicies.of(7, 8)));
        assertThat(config.flushEvery()).isEqualTo(ofMillis(13));
    }

    @Test
    void it_needs_no_topic_that_others_write() {
        assertThat(SignalsJob.REGISTRATION
                        .build(config(Map.of()))
                        .job()
                        .topics()
                        .allNames())
                .containsExactly("listening.playback", "catalog.tracks", "listening.signals", "listening.health");
    }

    private static SignalsConfig read(Map<String, String> more) {
        Config config = config(more);
        return SignalsConfig.from(config, KafkaOptions.from(config, "signals"));
    }

    private static Config config(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.putAll(more);
        return Config.of(texts, SignalsJob.REGISTRATION.options());
    }
}
