package dev.segue.app.option;

import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.FlinkVocabulary;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.PassThrough;
import dev.segue.app.config.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** How a job runs on Flink. Shared by all jobs. */
public final class JobOptions {

    private static final int MOST_KEY_GROUPS = 1 << 15;

    public static final Setting<String> NAME = Setting.name("job.name")
            .optional("The job's name in Flink's UI, in `listening.health`, in its consumer group and in its"
                    + " transactions. Jobs that run at the same time must have different names. If omitted, it is the"
                    + " word after `segue run`.");

    public static final Setting<Integer> PARALLELISM = Setting.number("job.parallelism", 1, MOST_KEY_GROUPS)
            .optional("The parallelism of each operator. If omitted, Flink decides: `-p`, else the cluster's default;"
                    + " without a cluster, one per core.");

    /** 720 is divisible by most sensible numbers of workers. */
    public static final Setting<Integer> MAX_PARALLELISM = Setting.number("job.max-parallelism", 1, MOST_KEY_GROUPS)
            .defaultsTo(
                    720,
                    "The highest parallelism that this job's state can ever have. Fixed for the job's lifetime: with"
                            + " another number, its checkpoints cannot be restored.");

    public static final Setting<DeliveryGuarantee> DELIVERY = Setting.choice(
                    "job.delivery", EnumSet.of(DeliveryGuarantee.EXACTLY_ONCE, DeliveryGuarantee.AT_LEAST_ONCE))
            .defaultsTo(
                    DeliveryGuarantee.EXACTLY_ONCE,
                    "With `exactly-once`, results become visible when the checkpoint that contains them is complete."
                            + " With `at-least-once`, they are visible immediately, and after a crash some appear"
                            + " twice, which is still correct where records are upserts.");

    public static final Setting<Duration> CHECKPOINT_INTERVAL = Setting.duration("job.checkpoint-interval")
            .defaultsTo(
                    Duration.ofSeconds(10),
                    "How often the job takes a checkpoint; with exactly-once, also how long results wait. After a slow"
                            + " one, the next waits for at least half as long"
                            + " (`flink.execution.checkpointing.min-pause`).");

    public static final Setting<Duration> CHECKPOINT_TIMEOUT = Setting.duration("job.checkpoint-timeout")
            .defaultsTo(Duration.ofMinutes(10), "After how long an incomplete checkpoint is abandoned.");

    public static final Setting<String> CHECKPOINT_FOLDER = Setting.text("job.checkpoint-folder")
            .optional("Where checkpoints are stored, as a URI that every worker can reach, such as"
                    + " `s3://bucket/segue` or `file:///srv/segue`. If omitted, Flink's own configuration decides.");

    public static final Setting<StateBackend> STATE_BACKEND = Setting.choice(
                    "job.state-backend", EnumSet.allOf(StateBackend.class))
            .defaultsTo(
                    StateBackend.HASHMAP,
                    "Where state is stored: `hashmap` stores it on the heap and is fastest; `rocksdb` stores it on the"
                            + " workers' disks and is for more state than fits in memory.");

    private static final String ALIGNED =
            "an unaligned barrier overtakes events between operators, so the accounting would"
                    + " not add up at a checkpoint";

    public static final PassThrough FLINK = new PassThrough(
                    "flink.",
                    "Passed on to Flink, such as `flink.restart-strategy.type: fixed-delay`, and read as Flink reads"
                            + " it: a duration without a unit is in milliseconds. Under `flink run`, the cluster's own"
                            + " configuration decides everything about the cluster.",
                    Stream.of(
                                    taken(PipelineOptions.NAME, "use " + NAME.key()),
                                    taken(CoreOptions.DEFAULT_PARALLELISM, "use " + PARALLELISM.key()),
                                    taken(PipelineOptions.MAX_PARALLELISM, "use " + MAX_PARALLELISM.key()),
                                    taken(
                                            CheckpointingOptions.CHECKPOINTING_INTERVAL,
                                            "use " + CHECKPOINT_INTERVAL.key()),
                                    taken(
                                            CheckpointingOptions.CHECKPOINTING_TIMEOUT,
                                            "use " + CHECKPOINT_TIMEOUT.key()),
                                    taken(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "use " + CHECKPOINT_FOLDER.key()),
                                    taken(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, "use " + DELIVERY.key()),
                                    taken(StateBackendOptions.STATE_BACKEND, "use " + STATE_BACKEND.key()),
                                    taken(
                                            PipelineOptions.GENERIC_TYPES,
                                            "state must stay evolvable, so it is always false"),
                                    taken(
                                            PipelineOptions.AUTO_GENERATE_UIDS,
                                            "a checkpoint finds state by Segue's own uids, so it is always false"),
                                    taken(
                                            PipelineOptions.OPERATOR_CHAINING,
                                            "a writer and its committer must be chained, so it is always true"),
                                    taken(ExecutionOptions.RUNTIME_MODE, "a job on Kafka is always a streaming job"),
                                    taken(
                                            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                                            "a cancelled job must be able to resume, so checkpoints are always"
                                                    + " retained"),
                                    taken(CheckpointingOptions.ENABLE_UNALIGNED, ALIGNED),
                                    taken(CheckpointingOptions.FORCE_UNALIGNED, ALIGNED),
                                    taken(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, ALIGNED))
                            .flatMap(taken -> taken.entrySet().stream())
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
            .knownBy(new FlinkVocabulary());

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Job",
                    "How the job runs on Flink.",
                    NAME,
                    PARALLELISM,
                    MAX_PARALLELISM,
                    DELIVERY,
                    CHECKPOINT_INTERVAL,
                    CHECKPOINT_TIMEOUT,
                    CHECKPOINT_FOLDER,
                    STATE_BACKEND)
            .passingThrough(FLINK)
            .agreeing(
                    Agreement.between(PARALLELISM, MAX_PARALLELISM)
                            .must("job.parallelism must not exceed job.max-parallelism.")
                            .when(config -> config.find(PARALLELISM).orElse(1) <= config.get(MAX_PARALLELISM)),
                    Agreement.between(
                                    DELIVERY, CHECKPOINT_INTERVAL, CHECKPOINT_TIMEOUT, KafkaOptions.TRANSACTION_TIMEOUT)
                            .must("kafka.transaction-timeout must be longer than job.checkpoint-interval and"
                                    + " job.checkpoint-timeout together, or brokers abort transactions that a"
                                    + " checkpoint still needs.")
                            .when(JobOptions::transactionsOutliveCheckpoints));

    private JobOptions() {}

    /**
     * Reads this group.
     *
     * @param job the name under which the job is registered
     */
    public static JobSettings from(Config config, String job) {
        return new JobSettings(
                config.find(NAME).orElse(job),
                config.find(PARALLELISM).orElse(null),
                config.get(MAX_PARALLELISM),
                config.get(DELIVERY),
                config.get(CHECKPOINT_INTERVAL),
                config.get(CHECKPOINT_TIMEOUT),
                config.find(CHECKPOINT_FOLDER).orElse(null),
                config.get(STATE_BACKEND),
                config.passedThrough(FLINK));
    }

    /** Whether a file holds keys that give one job its own name, which would be wrong for all others. */
    public static boolean nameOneJob(Config config) {
        return config.find(NAME).isPresent()
                || config.find(KafkaOptions.GROUP_ID).isPresent();
    }

    /** By the option's current name and its old ones, which Flink still accepts. */
    private static Map<String, String> taken(ConfigOption<?> option, String reason) {
        Map<String, String> names = new HashMap<>(Map.of(option.key(), reason));
        option.fallbackKeys().forEach(old -> names.put(old.getKey(), reason));
        return names;
    }

    private static boolean transactionsOutliveCheckpoints(Config config) {
        Duration checkpoint = config.get(CHECKPOINT_INTERVAL).plus(config.get(CHECKPOINT_TIMEOUT));
        return config.get(DELIVERY) != DeliveryGuarantee.EXACTLY_ONCE
                || config.get(KafkaOptions.TRANSACTION_TIMEOUT).compareTo(checkpoint) > 0;
    }
}
