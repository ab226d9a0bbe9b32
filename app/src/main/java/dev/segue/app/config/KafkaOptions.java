package dev.segue.app.config;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.sink.Sinks;
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

    public static final PassThrough PROPERTIES = new PassThrough(
            "kafka.properties.",
            "Handed on to every Kafka client as it is: security, timeouts, batching; such as"
                    + " `kafka.properties.security.protocol: SASL_SSL`.",
            Map.ofEntries(
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
                    Map.entry("value.deserializer", "values are Avro")));

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Kafka", "How to reach Kafka, and as whom.", BOOTSTRAP_SERVERS, GROUP_ID, TRANSACTION_TIMEOUT)
            .handingOn(PROPERTIES);

    private KafkaOptions() {}

    /**
     * Reads this group.
     *
     * @param job the name under which the job runs: {@link JobSettings#name}
     */
    public static KafkaSettings from(Config config, String job) {
        return new KafkaSettings(
                new KafkaCluster(config.get(BOOTSTRAP_SERVERS), config.handedOn(PROPERTIES)),
                config.find(GROUP_ID).orElse("segue-" + job),
                config.get(TRANSACTION_TIMEOUT));
    }
}
