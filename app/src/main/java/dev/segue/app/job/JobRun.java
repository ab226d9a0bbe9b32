package dev.segue.app.job;

import com.google.inject.Inject;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.option.JobSettings;
import java.time.Duration;
import java.util.Optional;

/** One job, built and about to run. */
public final class JobRun {

    /** A running registry answers at once; the user who starts a job waits this long. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);

    private final Job job;
    private final JobSettings settings;
    private final KafkaCluster kafka;
    private final RegistryAccess registry;

    @Inject
    JobRun(Job job, JobSettings settings, KafkaCluster kafka, RegistryAccess registry) {
        this.job = job;
        this.settings = settings;
        this.kafka = kafka;
        this.registry = registry;
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

    /** What Kafka refused and what to do about it, if that is why the job failed. */
    public Optional<String> refusalOfKafka(Throwable failure) {
        return KafkaTrouble.refusal(kafka, failure);
    }

    private void askRegistry() throws NotReady {
        try {
            registry.withPatience(PATIENCE_AT_START).connect().requireAnswer();
        } catch (RegistryFailure e) {
            throw new NotReady(e.getMessage(), e);
        }
    }
}
