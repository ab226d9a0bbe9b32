package dev.segue.app.job;

import com.google.inject.Inject;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.sink.WrittenSchemas;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.option.JobSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One job, built and about to run. */
public final class JobRun {

    /** A running registry answers at once; the user who starts a job waits this long. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);

    private final Job job;
    private final JobSettings settings;
    private final KafkaCluster kafka;
    private final RegistryAccess registry;
    private final Topics topics;

    @Inject
    JobRun(Job job, JobSettings settings, KafkaCluster kafka, RegistryAccess registry, Topics topics) {
        this.job = job;
        this.settings = settings;
        this.kafka = kafka;
        this.registry = registry;
        this.topics = topics;
    }

    public Job job() {
        return job;
    }

    public JobSettings settings() {
        return settings;
    }

    /**
     * Checks that everything the job needs is available: Kafka, its topics, the schema registry.
     *
     * @return what the broker reported about the topics
     */
    public TopicCheck check() throws NotReady, InterruptedException {
        askRegistry();
        try {
            return new TopicAdmin(kafka).check(job.topics());
        } catch (TopicsUnfit e) {
            throw new NotReady(e.getMessage(), e);
        }
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
        return WrittenSchemas.of(topics, job.written());
    }

    /** What Kafka refused and what to do about it, if that is why the job failed. */
    public Optional<String> refusalOfKafka(Throwable failure) {
        return KafkaTrouble.refusal(kafka, failure);
    }

    private void askRegistry() throws NotReady {
        try {
            SchemaRegistry connected = registry.withPatience(PATIENCE_AT_START).connect();
            connected.requireAnswer();
            if (!registry.registers()) {
                writtenSchemas().require(connected);
            }
        } catch (RegistryFailure e) {
            throw new NotReady(e.getMessage(), e);
        }
    }
}
