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

/** Connection to Kafka. Shared by all jobs. */
public final class KafkaOptions {

    public static final Setting<String> BOOTSTRAP_SERVERS =
            Setting.servers("kafka.bootstrap-servers").required("Brokers to connect to first; they report the others.");

    public static final Setting<String> GROUP_ID = Setting.text("kafka.group-id")
            .optional("The consumer group. Offsets are committed to it with every checkpoint; a job that starts without"
                    + " a checkpoint resumes there, or starts at the earliest record. If omitted, it is"
                    + " `segue-` plus the job's name.");

    public static final Setting<Duration> TRANSACTION_TIMEOUT = Setting.duration("kafka.transaction-timeout")
            .defaultsTo(
                    Sinks.USUAL_TRANSACTION_TIMEOUT,
                    "After how long a broker aborts an open transaction of a job that is down. Until then, consumers that"
                            + " read committed records wait for it; afterwards, the job publishes what its"
                            + " checkpoint covers again when it is restored. At most the brokers'"
                            + " `transaction.max.timeout.ms`.");

    public static final Setting<Integer> MAX_REQUEST_SIZE = Setting.number(
                    "kafka.properties.max.request.size", Sinks.LEAST_REQUEST_SIZE, Integer.MAX_VALUE)
            .defaultsTo(
                    Sinks.LEAST_REQUEST_SIZE,
                    "The largest request to a broker, in bytes. With less, the largest results could not be written;"
                            + " more helps only where the topics' `max.message.bytes` allows it.");

    public static final PassThrough PROPERTIES = new PassThrough(
                    "kafka.properties.",
                    "Passed on to every Kafka client: security, timeouts, batching; such as"
                            + " `kafka.properties.security.protocol: SASL_SSL` or `kafka.properties.linger.ms: 100`."
                            + " Values given here override Segue's own defaults.",
                    Map.ofEntries(
                            Map.entry("acks", "a checkpoint relies on every in-sync replica, so it is always all"),
                            Map.entry("enable.idempotence", "a retry must not write twice, so it is always true"),
                            Map.entry("retries", "idempotence needs them; use delivery.timeout.ms to limit them"),
                            Map.entry(
                                    "max.in.flight.requests.per.connection",
                                    "idempotence preserves the order of at most 5 requests, so it is always 5"),
                            Map.entry("partitioner.class", "a listener's records are in one partition, by key"),
                            Map.entry("partitioner.ignore.keys", "a listener's records are in one partition, by key"),
                            Map.entry(
                                    "transaction.two.phase.commit.enable",
                                    "transactions of a job that is gone must end; use " + TRANSACTION_TIMEOUT.key()),
                            Map.entry("group.instance.id", "Flink assigns partitions, not the group"),
                            Map.entry("group.protocol", "Flink assigns partitions, not the group"),
                            Map.entry("allow.auto.create.topics", "the topics must exist before the job starts"),
                            Map.entry("commit.offsets.on.checkpoint", "offsets are committed with checkpoints"),
                            Map.entry("partition.discovery.interval.ms", "new partitions are always discovered"),
                            Map.entry("bootstrap.servers", "use " + BOOTSTRAP_SERVERS.key()),
                            Map.entry("group.id", "use " + GROUP_ID.key()),
                            Map.entry("transaction.timeout.ms", "use " + TRANSACTION_TIMEOUT.key()),
                            Map.entry("transactional.id", "it follows from the job's name and the topic"),
                            Map.entry("enable.auto.commit", "offsets are committed with checkpoints"),
                            Map.entry(
                                    "auto.offset.reset",
                                    "a job without a checkpoint resumes at its group's offsets, or starts at the"
                                            + " earliest record"),
                            Map.entry("isolation.level", "use playback.committed-only"),
                            Map.entry("key.serializer", "keys are UTF-8"),
                            Map.entry("value.serializer", "values are Avro"),
                            Map.entry("key.deserializer", "keys are UTF-8"),
                            Map.entry("value.deserializer", "values are Avro")))
            .knownBy(new KafkaVocabulary());

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Kafka",
                    "How to connect to Kafka, and as which user.",
                    BOOTSTRAP_SERVERS,
                    GROUP_ID,
                    TRANSACTION_TIMEOUT,
                    MAX_REQUEST_SIZE)
            .passingThrough(PROPERTIES);

    private KafkaOptions() {}

    /** The consumer group of a job that is given none. */
    public static String usualGroup(String job) {
        return "segue-" + job;
    }

    /**
     * Reads this group.
     *
     * @param job the name under which the job runs: {@link JobSettings#name}
     */
    public static KafkaSettings from(Config config, String job) {
        return new KafkaSettings(
                new KafkaCluster(config.get(BOOTSTRAP_SERVERS), config.passedThroughWithReferences(PROPERTIES)),
                config.find(GROUP_ID).orElse(usualGroup(job)),
                config.get(TRANSACTION_TIMEOUT));
    }
}
