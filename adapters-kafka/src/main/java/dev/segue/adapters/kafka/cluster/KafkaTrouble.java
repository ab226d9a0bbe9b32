package dev.segue.adapters.kafka.cluster;

import dev.segue.adapters.kafka.secret.Unresolved;
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

/** Explains Kafka's errors to the person who runs a job: what was refused, and how to fix it. */
public final class KafkaTrouble {

    private static final String GRANT = " Grant the user that kafka.properties logs in as ";

    private KafkaTrouble() {}

    /** Explains a failure if Kafka refused something in it or in one of its causes; empty otherwise. */
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
     * Explains a failure.
     *
     * @param otherwise turns the message of any other failure into an explanation
     */
    public static String inWords(KafkaCluster cluster, Throwable failure, Function<String, String> otherwise) {
        return refusal(cluster, failure).orElseGet(() -> otherwise.apply(Sentence.ended(messageOf(failure))));
    }

    /**
     * The message when the user lacks rights.
     *
     * @param what such as "Read on group segue-sessions"
     */
    public static String mayNot(KafkaCluster cluster, String what) {
        return "Kafka at " + cluster.bootstrapServers() + " does not allow us: " + what + "." + GRANT
                + "this right; segue topics --acls prints the commands.";
    }

    private static String refused(Throwable cause) {
        if (cause instanceof TopicAuthorizationException topics) {
            String which = topics.unauthorizedTopics().isEmpty()
                    ? "a topic of the job"
                    : named("topic", topics.unauthorizedTopics());
            return "does not allow us to use " + which + "." + GRANT
                    + "DescribeConfigs on every topic of the job, Read on those it reads and Write on those it writes;"
                    + " segue topics --acls prints the commands.";
        }
        if (cause instanceof GroupAuthorizationException group) {
            String name = group.groupId() == null ? "the consumer group" : "the consumer group " + group.groupId();
            return "does not allow us to use " + name + "." + GRANT + "Read on it, or choose another one with"
                    + " kafka.group-id.";
        }
        if (cause instanceof TransactionalIdAuthorizationException) {
            return "does not allow us to write in transactions." + GRANT
                    + "Write on transactional ids that begin with segue- and the job's name; segue topics --acls prints"
                    + " the commands.";
        }
        if (cause instanceof ClusterAuthorizationException) {
            return "does not allow this: " + Sentence.ended(messageOf(cause)) + GRANT
                    + "the missing permission on the cluster.";
        }
        if (cause instanceof UnsupportedSaslMechanismException) {
            return "does not support this SASL mechanism: " + Sentence.ended(messageOf(cause))
                    + " Correct kafka.properties.sasl.mechanism.";
        }
        if (cause instanceof SaslAuthenticationException) {
            return "refuses the login: " + Sentence.ended(messageOf(cause))
                    + " Correct sasl.mechanism and sasl.jaas.config in kafka.properties.";
        }
        if (cause instanceof SslAuthenticationException) {
            return "cannot be reached over TLS: " + Sentence.ended(messageOf(rootOf(cause)))
                    + " Check that ssl.truststore.location in kafka.properties contains the authority that issued the"
                    + " brokers' certificates, and that they name the hosts in kafka.bootstrap-servers.";
        }
        if (cause instanceof ConfigException && cause.getCause() instanceof Unresolved unresolved) {
            return "cannot be contacted: " + unresolved.getMessage();
        }
        if (cause instanceof ConfigException) {
            String message = Sentence.ended(messageOf(cause));
            return "cannot be contacted: " + message + " Correct "
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
