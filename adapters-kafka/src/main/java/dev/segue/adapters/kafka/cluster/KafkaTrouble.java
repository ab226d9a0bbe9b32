package dev.segue.adapters.kafka.cluster;

import dev.segue.domain.accounting.Sentence;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Says what Kafka refuses, to whom and what to do about it, as sentences for the person who runs a job. */
public final class KafkaTrouble {

    private static final String GRANT = " Grant the user that kafka.properties logs in as ";

    private KafkaTrouble() {}

    /** What a failure means, if Kafka refuses something in it or in what caused it; empty when it is of another kind. */
    public static Optional<String> refusal(KafkaCluster cluster, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String refusal = refused(cause);
            if (refusal != null) {
                return Optional.of("Kafka at " + cluster.bootstrapServers() + " " + refusal);
            }
        }
        return Optional.empty();
    }

    /**
     * What a failure means.
     *
     * @param otherwise what to say of the message of a failure of another kind
     */
    public static String inWords(KafkaCluster cluster, Throwable failure, Function<String, String> otherwise) {
        return refusal(cluster, failure).orElseGet(() -> otherwise.apply(Sentence.ended(messageOf(failure))));
    }

    /** That these topics may not be described. */
    public static String mayNotDescribe(KafkaCluster cluster, Collection<String> topics) {
        return "Kafka at " + cluster.bootstrapServers() + " does not allow us to describe "
                + named("topic", topics) + "." + GRANT
                + "Describe and DescribeConfigs on every topic of the job, Read on those it reads and Write on those it"
                + " writes.";
    }

    /** That the configuration of these topics may not be read. */
    public static String mayNotDescribeConfigs(KafkaCluster cluster, Collection<String> topics) {
        return "Kafka at " + cluster.bootstrapServers() + " does not allow us to read the configuration of "
                + named("topic", topics) + "." + GRANT + "DescribeConfigs on every topic of the job.";
    }

    private static String refused(Throwable cause) {
        if (cause instanceof TopicAuthorizationException topics) {
            String which = topics.unauthorizedTopics().isEmpty()
                    ? "a topic of the job"
                    : named("topic", topics.unauthorizedTopics());
            return "does not allow us to use " + which + "." + GRANT
                    + "Describe and DescribeConfigs on every topic of the job, Read on those it reads and Write on those it"
                    + " writes.";
        }
        if (cause instanceof GroupAuthorizationException group) {
            String name = group.groupId() == null ? "the consumer group" : "the consumer group " + group.groupId();
            return "does not allow us to use " + name + "." + GRANT + "Read on it, or choose another one with"
                    + " kafka.group-id.";
        }
        if (cause instanceof TransactionalIdAuthorizationException) {
            return "does not allow us to write in transactions." + GRANT
                    + "Write and Describe on transactional ids that begin with segue- and the job's name.";
        }
        if (cause instanceof ClusterAuthorizationException) {
            return "does not allow us to do this: " + Sentence.ended(messageOf(cause)) + GRANT
                    + "what it misses on the cluster.";
        }
        if (cause instanceof UnsupportedSaslMechanismException) {
            return "does not know this kind of login: " + Sentence.ended(messageOf(cause))
                    + " Correct kafka.properties.sasl.mechanism.";
        }
        if (cause instanceof SaslAuthenticationException) {
            return "refuses the login: " + Sentence.ended(messageOf(cause))
                    + " Correct sasl.mechanism and sasl.jaas.config in kafka.properties.";
        }
        if (cause instanceof SslAuthenticationException) {
            return "cannot be reached safely: " + Sentence.ended(messageOf(rootOf(cause)))
                    + " See whether ssl.truststore.location in kafka.properties holds the authority that the brokers'"
                    + " certificates come from, and whether those name the hosts in kafka.bootstrap-servers.";
        }
        if (cause instanceof ConfigException) {
            String message = Sentence.ended(messageOf(cause));
            return "cannot be asked: " + message + " Correct "
                    + (message.contains("bootstrap") ? "kafka.bootstrap-servers." : "kafka.properties.");
        }
        return null;
    }

    private static String named(String what, Collection<String> names) {
        return what + (names.size() == 1 ? " " : "s ") + String.join(", ", new TreeSet<>(names));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String messageOf(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
