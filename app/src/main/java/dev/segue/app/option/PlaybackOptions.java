package dev.segue.app.option;

import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PseudonymKey;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How playback is read. Shared by every job that reads it, so that all agree on what is late. */
public final class PlaybackOptions {

    /** 1 min: how far events of one partition are usually out of order. */
    private static final Duration USUAL_DISORDER = Duration.ofMinutes(1);

    /** 1 min: the same as the disorder, so that a quiet partition delays results no longer than a busy one. */
    private static final Duration USUAL_SILENCE = Duration.ofMinutes(1);

    private static final int LAST_VERSION = 9_999;

    public static final Setting<Boolean> COMMITTED_ONLY = Setting.flag("playback.committed-only")
            .defaultsTo(
                    true,
                    "Whether to skip records of open and aborted transactions. Matters only where producers of"
                            + " playback use transactions.");

    public static final Setting<Duration> OUT_OF_ORDERNESS = Setting.durationOrZero("playback.out-of-orderness")
            .defaultsTo(
                    USUAL_DISORDER,
                    "How far an event is usually behind the newest event of its partition, at most. The acceptance"
                            + " clock stays this far behind. Later events are not lost: within"
                            + " `sessions.allowed-lateness` they correct results.");

    public static final Setting<Duration> IDLE_AFTER = Setting.durationOrZero("playback.idle-after")
            .defaultsTo(
                    USUAL_SILENCE,
                    "After how long without usable records a partition that has been read to its end becomes idle, so"
                            + " that the acceptance clock no longer waits for it.");

    public static final Setting<Duration> CLOCK_TOLERANCE = Setting.durationOrZero("playback.clock-tolerance")
            .defaultsTo(
                    Duration.ofMillis(Intake.DEFAULT.clockToleranceMs()),
                    "How far a device's clock may differ from the server's before it counts as wrong and is"
                            + " corrected.");

    public static final Setting<String> PSEUDONYM_KEY = Setting.text("playback.pseudonym.key")
            .secret()
            .optional(
                    "If given, listeners get pseudonyms under this key when they are read; `docs/security.md` says what"
                            + " that covers. At least 32 bytes, from a random source. Give all jobs that read playback the same.");

    public static final Setting<Integer> PSEUDONYM_KEY_VERSION = Setting.number(
                    "playback.pseudonym.key-version", 1, LAST_VERSION)
            .defaultsTo(
                    1,
                    "The version of the key, with which every pseudonym begins: `v1-`. Raise it with every new key.");

    private static final Agreement LONG_KEY = Agreement.between(PSEUDONYM_KEY)
            .must("playback.pseudonym.key must have " + Pseudonyms.LEAST_KEY_BYTES
                    + " bytes or more, so that it cannot be guessed.")
            .when(config -> config.find(PSEUDONYM_KEY)
                    .map(key -> key.getBytes(StandardCharsets.UTF_8).length >= Pseudonyms.LEAST_KEY_BYTES)
                    .orElse(true));

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Playback",
                    "How playback events are read, and which clocks are trusted.",
                    COMMITTED_ONLY,
                    OUT_OF_ORDERNESS,
                    IDLE_AFTER,
                    CLOCK_TOLERANCE,
                    PSEUDONYM_KEY,
                    PSEUDONYM_KEY_VERSION)
            .agreeing(LONG_KEY);

    /** The same options for a job that cannot wait until transactions end. */
    public static final OptionGroup AS_IT_COMES = OptionGroup.of(
                    "Playback as it comes",
                    "How a job that does not wait for transactions to end reads playback events, and which clocks it trusts.",
                    OUT_OF_ORDERNESS,
                    IDLE_AFTER,
                    CLOCK_TOLERANCE,
                    PSEUDONYM_KEY,
                    PSEUDONYM_KEY_VERSION)
            .agreeing(LONG_KEY);

    private PlaybackOptions() {}

    /**
     * Reads this group.
     *
     * @param topic of playback events
     * @param group the consumer group
     * @param appendTimeTrusted whether the topic stamps records with append time
     */
    public static PlaybackReading from(Config config, String topic, String group, boolean appendTimeTrusted) {
        return reading(config, topic, group, config.get(COMMITTED_ONLY), appendTimeTrusted);
    }

    /**
     * Reads the group {@link #AS_IT_COMES}: records of open transactions are read too.
     *
     * @param topic of playback events
     * @param group the consumer group
     * @param appendTimeTrusted whether the topic stamps records with append time
     */
    public static PlaybackReading asItComes(Config config, String topic, String group, boolean appendTimeTrusted) {
        return reading(config, topic, group, false, appendTimeTrusted);
    }

    /** The key of listeners' pseudonyms; empty when they keep their ids. */
    public static Optional<PseudonymKey> pseudonymKey(Config config) {
        return config.secret(PSEUDONYM_KEY).map(key -> new PseudonymKey(config.get(PSEUDONYM_KEY_VERSION), key));
    }

    /** What the jobs call a listener: the pseudonym of the id, or the id itself. For one thread at a time. */
    public static UnaryOperator<String> nameOfListener(Config config) {
        return pseudonymKey(config)
                .map(PseudonymKey::pseudonyms)
                .<UnaryOperator<String>>map(pseudonyms -> pseudonyms::of)
                .orElse(UnaryOperator.identity());
    }

    private static PlaybackReading reading(
            Config config, String topic, String group, boolean committedOnly, boolean appendTimeTrusted) {
        return new PlaybackReading(
                topic,
                group,
                committedOnly,
                appendTimeTrusted,
                new Intake(config.get(CLOCK_TOLERANCE).toMillis()),
                config.get(OUT_OF_ORDERNESS).toMillis(),
                config.get(IDLE_AFTER).toMillis(),
                pseudonymKey(config).orElse(null));
    }
}
