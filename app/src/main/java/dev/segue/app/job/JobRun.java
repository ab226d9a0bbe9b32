package dev.segue.app.job;

import com.google.inject.Inject;
import dev.segue.adapters.kafka.access.AccessAdmin;
import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.codec.WireFormat;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.sink.WrittenSchemas;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicReport;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job, built and about to run. */
public final class JobRun {

    /** A running registry answers at once; the user who starts a job waits this long. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);

    private static final Duration LONGEST_WATCH = Duration.ofSeconds(30);

    private final Job job;
    private final JobSettings settings;
    private final KafkaSettings kafka;
    private final RegistryAccess registry;
    private final Sinks sinks;

    @Inject
    JobRun(Job job, JobSettings settings, KafkaSettings kafka, RegistryAccess registry, Sinks sinks) {
        this.job = job;
        this.settings = settings;
        this.kafka = kafka;
        this.registry = registry;
        this.sinks = sinks;
    }

    public Job job() {
        return job;
    }

    public JobSettings settings() {
        return settings;
    }

    /** What the job does on the Kafka cluster. */
    public KafkaUse uses() {
        return new KafkaUse(
                topics(),
                true,
                Optional.of(kafka.groupId()),
                usesTransactions() ? Optional.of(Sinks.transactionsOf(settings.name())) : Optional.empty());
    }

    private TopicUse topics() {
        return usesTransactions() ? job.topics().readingBack() : job.topics();
    }

    private boolean usesTransactions() {
        return settings.delivery() == DeliveryGuarantee.EXACTLY_ONCE;
    }

    /**
     * Checks that everything the job needs is as it needs it: the schema registry, Kafka, its topics and the user's
     * rights, transactions, the folder for checkpoints.
     *
     * @throws NotReady with everything that is missing or wrong
     */
    public Ready check() throws NotReady, InterruptedException {
        List<String> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        askRegistry(problems, warnings);
        TopicCheck topics = askKafka(problems, warnings);
        tryCheckpointFolder(problems, warnings);
        if (!problems.isEmpty()) {
            throw new NotReady(problems);
        }
        return new Ready(topics, warnings);
    }

    /** Null when Kafka does not answer. */
    private TopicCheck askKafka(List<String> problems, List<String> warnings) throws InterruptedException {
        try {
            TopicReport report = new TopicAdmin(kafka.cluster()).inspect(topics());
            problems.addAll(report.problemsOfUser());
            warnings.addAll(report.warnings());
            new AccessAdmin(kafka.cluster()).objectionToGroup(kafka.groupId()).ifPresent(problems::add);
            sinks.objectionToTransactions().ifPresent(problems::add);
            return report.asCheck();
        } catch (TopicsUnfit e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private void askRegistry(List<String> problems, List<String> warnings) {
        try {
            SchemaRegistry schemas = registry.withPatience(PATIENCE_AT_START).connect();
            schemas.requireAnswer();
            if (!registry.registers()) {
                writtenSchemas().require(schemas);
            }
            List<String> unprotected = job.topics().namesWritten().stream()
                    .map(WireFormat::subjectOfValues)
                    .filter(schemas::acceptsAnything)
                    .toList();
            if (!unprotected.isEmpty()) {
                warnings.add("The schema registry accepts any schema (compatibility NONE) for "
                        + String.join(", ", unprotected)
                        + ", so a producer can break all consumers. Set its compatibility to FULL_TRANSITIVE.");
            }
        } catch (RegistryFailure e) {
            problems.add(e.getMessage());
        }
    }

    private void tryCheckpointFolder(List<String> problems, List<String> warnings) {
        if (settings.checkpointFolder() == null) {
            return;
        }
        boolean onWorkers = !StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
        CheckpointFolder.Trial trial = new CheckpointFolder(settings.checkpointFolder()).tried(onWorkers);
        trial.problem().ifPresent(problems::add);
        trial.warning().ifPresent(warnings::add);
    }

    /**
     * What shows that a job of this name is running already; empty when nothing does. Takes up to half a minute when
     * transactions of that name are open.
     */
    public Optional<String> namesake() throws InterruptedException {
        Duration checkpoint = settings.checkpointInterval().multipliedBy(2);
        return sinks.namesake(job.topics(), checkpoint.compareTo(LONGEST_WATCH) < 0 ? checkpoint : LONGEST_WATCH);
    }

    /**
     * Registers the schemas of what the job writes.
     *
     * @return the subjects under which they are now
     * @throws RegistryFailure when the registry does not answer, or refuses one of them
     */
    public List<String> registerSchemas() {
        WrittenSchemas schemas = writtenSchemas();
        schemas.require(
                registry.registering(true).withPatience(PATIENCE_AT_START).connect());
        return schemas.bySubject().keySet().stream().sorted().toList();
    }

    private WrittenSchemas writtenSchemas() {
        return WrittenSchemas.of(job.topics());
    }

    /** What Kafka refused and what to do about it, if that is why the job failed. */
    public Optional<String> refusalOfKafka(Throwable failure) {
        return KafkaTrouble.refusal(kafka.cluster(), failure);
    }
}
