package dev.segue.app.config;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryLogin;
import dev.segue.adapters.kafka.registry.RegistryTls;
import dev.segue.adapters.kafka.secret.Secret;
import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PseudonymKey;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.ListeningRuleOptions;
import dev.segue.app.option.PlaybackOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.SessionRuleOptions;
import dev.segue.app.option.StateBackend;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.session.SessionRules;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

/** Every shared key, and every default. */
class SharedOptionsTest {

    private static final OptionSet OPTIONS = OptionSet.of(
            KafkaOptions.GROUP,
            RegistryOptions.GROUP,
            TopicOptions.GROUP,
            PlaybackOptions.GROUP,
            ListeningRuleOptions.GROUP,
            SessionRuleOptions.GROUP,
            JobOptions.GROUP);

    private static final Map<String, String> LEAST =
            Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081");

    @Test
    void the_defaults() {
        Config config = with(Map.of());

        assertThat(KafkaOptions.from(config, "radio"))
                .isEqualTo(new KafkaSettings(KafkaCluster.at("broker:9092"), "segue-radio", ofMinutes(15)));
        assertThat(RegistryOptions.from(config))
                .isEqualTo(new RegistryAccess(
                        List.of(URI.create("http://registry:8081")),
                        RegistryLogin.NONE,
                        RegistryTls.USUAL,
                        true,
                        ofMinutes(1)));
        assertThat(TopicOptions.from(config)).isEqualTo(Topics.DEFAULT);
        assertThat(PlaybackOptions.from(config, "playback", "group", true))
                .isEqualTo(new PlaybackReading("playback", "group", true, true, Intake.DEFAULT, 60_000, 60_000));
        assertThat(JobOptions.from(config, "radio"))
                .isEqualTo(new JobSettings(
                        "radio",
                        null,
                        720,
                        DeliveryGuarantee.EXACTLY_ONCE,
                        ofSeconds(10),
                        ofMinutes(10),
                        null,
                        StateBackend.HASHMAP,
                        Map.of()));
        assertThat(SessionRuleOptions.from(config)).isEqualTo(SessionRules.DEFAULT);
    }

    @Test
    void every_key_of_kafka_takes_effect() {
        Config config = with(Map.of(
                "kafka.bootstrap-servers", "a:1,b:2",
                "kafka.group-id", "group",
                "kafka.transaction-timeout", "14 min",
                "kafka.properties.security.protocol", "SASL_SSL"));

        assertThat(KafkaOptions.from(config, "radio"))
                .isEqualTo(new KafkaSettings(
                        new KafkaCluster("a:1,b:2", Map.of("security.protocol", "SASL_SSL")), "group", ofMinutes(14)));
    }

    @Test
    void every_key_of_the_registry_takes_effect() {
        Config config = with(Map.ofEntries(
                Map.entry("registry.url", "https://r/v7, http://s:1"),
                Map.entry("registry.user", "u"),
                Map.entry("registry.password", "p"),
                Map.entry("registry.auto-register", "false"),
                Map.entry("registry.ssl.truststore.location", "/t"),
                Map.entry("registry.ssl.truststore.type", "PEM"),
                Map.entry("registry.ssl.truststore.password", "tp"),
                Map.entry("registry.ssl.keystore.location", "/k"),
                Map.entry("registry.ssl.keystore.type", "PKCS12"),
                Map.entry("registry.ssl.keystore.password", "kp"),
                Map.entry("registry.ssl.key.password", "kkp"),
                Map.entry("registry.patience", "0 s")));

        assertThat(RegistryOptions.from(config))
                .isEqualTo(new RegistryAccess(
                        List.of(URI.create("https://r/v7"), URI.create("http://s:1")),
                        new RegistryLogin.Basic("u", new Secret("p")),
                        new RegistryTls(Map.of(
                                "ssl.truststore.location", "/t",
                                "ssl.truststore.type", "PEM",
                                "ssl.truststore.password", "tp",
                                "ssl.keystore.location", "/k",
                                "ssl.keystore.type", "PKCS12",
                                "ssl.keystore.password", "kp",
                                "ssl.key.password", "kkp")),
                        false,
                        ofMillis(0)));
        assertThat(RegistryOptions.from(with(Map.of("registry.token", "t"))).login())
                .isEqualTo(new RegistryLogin.Bearer(new Secret("t")));
    }

    @Test
    void every_topic_takes_effect() {
        Config config = with(Map.ofEntries(
                entry("topics.playback", "a"),
                entry("topics.tracks", "b"),
                entry("topics.sessions", "c"),
                entry("topics.plays", "d"),
                entry("topics.kpis", "e"),
                entry("topics.track-kpis", "f"),
                entry("topics.alerts", "g"),
                entry("topics.alert-notes", "h"),
                entry("topics.signals", "i"),
                entry("topics.late", "j"),
                entry("topics.dead-letters", "k"),
                entry("topics.health", "l")));

        assertThat(TopicOptions.from(config).all())
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    }

    @Test
    void every_key_of_playback_takes_effect() {
        Config config = with(Map.of(
                "playback.committed-only", "false",
                "playback.out-of-orderness", "1 ms",
                "playback.idle-after", "2 ms",
                "playback.clock-tolerance", "3 ms"));

        assertThat(PlaybackOptions.from(config, "playback", "group", false))
                .isEqualTo(new PlaybackReading("playback", "group", false, false, new Intake(3), 1, 2));
    }

    @Test
    void listeners_get_pseudonyms_when_there_is_a_key_which_is_long_enough() {
        String key = "0123456789abcdef0123456789abcdef";

        assertThat(PlaybackOptions.pseudonymKey(with(Map.of()))).isEmpty();
        assertThat(PlaybackOptions.from(with(Map.of("playback.pseudonym.key", key)), "playback", "group", false)
                        .pseudonymKey())
                .isEqualTo(new PseudonymKey(1, new Secret(key)));
        assertThat(PlaybackOptions.pseudonymKey(
                        with(Map.of("playback.pseudonym.key", key, "playback.pseudonym.key-version", "7"))))
                .contains(new PseudonymKey(7, new Secret(key)));
        assertThat(with(Map.of("playback.pseudonym.key", key)).effective())
                .contains("playback.pseudonym.key: ******")
                .noneMatch(line -> line.contains(key));
        assertThatThrownBy(() -> with(Map.of("playback.pseudonym.key", key.substring(1))))
                .hasMessageContaining(
                        "playback.pseudonym.key must have 32 bytes or more, so that it cannot be guessed.");
    }

    @Test
    void every_key_of_the_job_takes_effect() {
        Config config = with(Map.of(
                "job.name", "jukebox",
                "job.parallelism", "3",
                "job.max-parallelism", "6",
                "job.delivery", "at-least-once",
                "job.checkpoint-interval", "1 s",
                "job.checkpoint-timeout", "1 min",
                "job.checkpoint-folder", "file:///srv/segue",
                "job.state-backend", "rocksdb",
                "flink.rest.port", "8082"));

        assertThat(JobOptions.from(config, "radio"))
                .isEqualTo(new JobSettings(
                        "jukebox",
                        3,
                        6,
                        DeliveryGuarantee.AT_LEAST_ONCE,
                        ofSeconds(1),
                        ofMinutes(1),
                        "file:///srv/segue",
                        StateBackend.ROCKSDB,
                        Map.of("rest.port", "8082")));
    }

    @Test
    void every_rule_takes_effect() {
        Config config = with(Map.ofEntries(
                Map.entry("sessions.gap", "1 min"),
                Map.entry("sessions.cap", "2 h"),
                Map.entry("sessions.max-play", "3 h"),
                Map.entry("sessions.allowed-lateness", "30 d"),
                Map.entry("sessions.early-firing-interval", "5 s"),
                Map.entry("sessions.corrections", "6 ms"),
                Map.entry("listening.quick-skip", "7 ms"),
                Map.entry("listening.early-skip", "8 ms"),
                Map.entry("listening.counted-play", "9 ms"),
                Map.entry("listening.interruption", "10 ms"),
                Map.entry("listening.mood-half-life", "11 ms")));

        assertThat(SessionRuleOptions.from(config))
                .isEqualTo(new SessionRules(
                        ofMinutes(1).toMillis(),
                        ofHours(2).toMillis(),
                        ofHours(3).toMillis(),
                        ofHours(30 * 24).toMillis(),
                        ofSeconds(5).toMillis(),
                        ofMillis(6).toMillis(),
                        new ListeningRules(7, 8, 9, 10, 11)));
    }

    @Test
    void user_and_password_go_together() {
        assertRefused(
                Map.of("registry.user", "u"), "registry.user and registry.password go together: set both or neither.");
        assertRefused(
                Map.of("registry.password", "p"),
                "registry.user and registry.password go together: set both or neither.");
    }

    @Test
    void a_user_and_a_token_exclude_each_other() {
        assertRefused(
                Map.of("registry.user", "u", "registry.password", "p", "registry.token", "t"),
                "registry.user and registry.token exclude each other: set one of them.");
    }

    @Test
    void every_address_of_the_registry_must_be_one() {
        assertRefused(
                Map.of("registry.url", "http://r,localhost:8081"),
                "registry.url: found 'http://r,localhost:8081', expected an address such as http://localhost:8081, or"
                        + " several separated by commas.");
    }

    @Test
    void the_address_of_the_registry_holds_no_secret_and_a_refusal_reveals_none() {
        String refusal = "registry.url must not contain a user or a password: use registry.user and registry.password.";

        assertRefused(Map.of("registry.url", "http://anna:sesame@r:1"), refusal);
        assertRefused(Map.of("registry.url", "http://r:1,https://anna@s:1"), refusal);
        assertRefused(
                Map.of("registry.url", "http://anna:se/sa@me@r:1"),
                "registry.url: found 'http://******@r:1', expected an address such as http://localhost:8081, or several"
                        + " separated by commas.");
    }

    @Test
    void two_topics_are_not_one() {
        assertRefused(Map.of("topics.late", "listening.sessions"), "All topics must have different names.");
    }

    @Test
    void a_topic_is_named_as_kafka_allows() {
        assertRefused(
                Map.of("topics.late", "too late"),
                "topics.late: found 'too late', expected the name of a topic: letters, digits, '.', '_' and '-'.");
    }

    @Test
    void a_job_is_named_with_what_a_topic_could_be_named_with() {
        assertRefused(
                Map.of("job.name", "my job"),
                "job.name: found 'my job', expected a name: letters, digits, '.', '_' and '-'.");
    }

    @Test
    void workers_cannot_outnumber_what_the_state_divides_into() {
        assertRefused(Map.of("job.parallelism", "721"), "job.parallelism must not exceed job.max-parallelism.");
        assertThat(JobOptions.from(with(Map.of("job.parallelism", "720")), "radio")
                        .parallelism())
                .isEqualTo(720);
    }

    @Test
    void transactions_outlive_checkpoints_where_it_matters() {
        assertRefused(
                Map.of("job.checkpoint-interval", "5 min"),
                "kafka.transaction-timeout must be longer than job.checkpoint-interval and job.checkpoint-timeout"
                        + " together, or brokers abort transactions that a checkpoint still needs.");
        with(Map.of("job.checkpoint-interval", "299 s"));
        with(Map.of("job.checkpoint-interval", "5 min", "job.delivery", "at-least-once"));
    }

    @Test
    void early_skips_are_not_shorter_than_quick_ones() {
        assertRefused(
                Map.of("listening.quick-skip", "31 s"),
                "listening.quick-skip must not be longer than listening.early-skip.");
        with(Map.of("listening.quick-skip", "30 s"));
    }

    @Test
    void no_delivery_at_all_is_no_choice() {
        assertRefused(
                Map.of("job.delivery", "none"), "job.delivery: found 'none', expected exactly-once or at-least-once.");
    }

    @Test
    void records_with_secrets_do_not_print_them() {
        Config config = with(Map.of(
                "registry.user", "anna",
                "registry.password", "sesame",
                "kafka.properties.sasl.jaas.config", "a required password=\"sesame\";"));

        assertThat(List.of(
                        RegistryOptions.from(config).toString(),
                        KafkaOptions.from(config, "radio").toString()))
                .noneMatch(emitted -> emitted.contains("sesame"));
    }

    private static Config with(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.putAll(more);
        return Config.of(texts, OPTIONS);
    }

    private static void assertRefused(Map<String, String> more, String sentence) {
        assertThatThrownBy(() -> with(more))
                .isInstanceOf(InvalidConfig.class)
                .extracting(refused -> ((InvalidConfig) refused)
                        .problems().stream().map(Problem::sentence).toList())
                .isEqualTo(List.of(sentence));
    }
}
