package dev.segue.app.option;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.app.config.Config;
import dev.segue.app.config.KafkaVocabulary;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.PassThrough;
import dev.segue.app.config.Setting;
import java.time.Duration;
import java.util.Map;

/** How to reach Kafka, and as whom. Shared by all jobs. */
public final class KafkaOptions {

    public static final Setting<String> BOOTSTRAP_SERVERS = Setting.servers("kafka.bootstrap-servers")
            .required("Brokers to begin with; the others are found through them.");

    public static final Setting<String> GROUP_ID = Setting.text("kafka.group-id")
            .optional(
                    "The consumer group. Positions are committed to it with every checkpoint; a job that starts without"
                            + " a checkpoint goes on from there, or begins at the earliest record. Left out, it is `segue-` and"
                            + " the job's name.");

    public static final Setting<Duration> TRANSACTION_TIMEOUT = Setting.duration("kafka.transaction-timeout")
            .defaultsTo(
                    Sinks.USUAL_TRANSACTION_TIMEOUT,
                    "After how long a broker gives up on a transaction of a job that went away; with exactly-once, what"
                            + " a job down for longer had not committed is lost. At most the brokers'"
                            + " `transaction.max.timeout.ms`.");

    public static final Setting<Integer> MAX_REQUEST_SIZE = Setting.number(
                    "kafka.properties.max.request.size", Sinks.LEAST_REQUEST_SIZE, Integer.MAX_VALUE)
            .defaultsTo(
                    Sinks.LEAST_REQUEST_SIZE,
                    "The largest request to a broker, in bytes. With less, the largest results could not be written;"
                            + " more is of use only where the topics' `max.message.bytes` allow it.");

    public static final PassThrough PROPERTIES = new PassThrough(
                    "kafka.properties.",
                    "Handed on to every Kafka client: security, timeouts, batching; such as"
                            + " `kafka.properties.security.protocol: SASL_SSL` or `kafka.properties.linger.ms: 100`. What is"
                            + " given here wins over what Segue would choose.",
                    Map.ofEntries(
                            Map.entry("acks", "a checkpoint counts on what every replica has, so it is always all"),
                            Map.entry("enable.idempotence", "a retry must not write twice, so it is always true"),
                            Map.entry("retries", "idempotence needs them; delivery.timeout.ms says for how long"),
                            Map.entry(
                                    "max.in.flight.requests.per.connection",
                                    "idempotence keeps the order of at most 5, and 5 it is"),
                            Map.entry("partitioner.class", "all of a listener is in one partition, found by key"),
                            Map.entry("partitioner.ignore.keys", "all of a listener is in one partition, found by key"),
                            Map.entry(
                                    "transaction.two.phase.commit.enable",
                                    "transactions of a job that went away must end; use " + TRANSACTION_TIMEOUT.key()),
                            Map.entry("group.instance.id", "Flink assigns partitions, not the group"),
                            Map.entry("group.protocol", "Flink assigns partitions, not the group"),
                            Map.entry("allow.auto.create.topics", "the topics must exist before the job starts"),
                            Map.entry("commit.offsets.on.checkpoint", "offsets are committed with checkpoints"),
                            Map.entry("partition.discovery.interval.ms", "new partitions are always looked for"),
                            Map.entry("bootstrap.servers", "use " + BOOTSTRAP_SERVERS.key()),
                            Map.entry("group.id", "use " + GROUP_ID.key()),
                            Map.entry("transaction.timeout.ms", "use " + TRANSACTION_TIMEOUT.key()),
                            Map.entry("transactional.id", "it follows from the job's name and the topic"),
                            Map.entry("enable.auto.commit", "offsets are committed with checkpoints"),
                            Map.entry(
                                    "auto.offset.reset",
                                    "a job without a checkpoint goes on where its group left off, or begins at the earliest record"),
                            Map.entry("isolation.level", "use playback.committed-only"),
                            Map.entry("key.serializer", "keys are UTF-8"),
                            Map.entry("value.serializer", "values are Avro"),
                            Map.entry("key.deserializer", "keys are UTF-8"),
                            Map.entry("value.deserializer", "values are Avro")))
            .knownBy(new KafkaVocabulary());

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Kafka",
                    "How to reach Kafka, and as whom.",
                    BOOTSTRAP_SERVERS,
                    GROUP_ID,
                    TRANSACTION_TIMEOUT,
                    MAX_REQUEST_SIZE)
            .passingThrough(PROPERTIES);

    private KafkaOptions() {}

    /**
     * Reads this group.
     *
     * @param job the name under which the job runs: {@link JobSettings#name}
     */
    public static KafkaSettings from(Config config, String job) {
        return new KafkaSettings(
                new KafkaCluster(config.get(BOOTSTRAP_SERVERS), config.passedThrough(PROPERTIES)),
                config.find(GROUP_ID).orElse("segue-" + job),
                config.get(TRANSACTION_TIMEOUT));
    }
}
