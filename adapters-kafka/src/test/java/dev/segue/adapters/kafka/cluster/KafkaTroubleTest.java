package dev.segue.adapters.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;

/** The explanations of Kafka's errors. */
class KafkaTroubleTest {

    private static final KafkaCluster CLUSTER = KafkaCluster.at("broker:9092");

    @Test
    void topics_that_may_not_be_used_are_named_with_what_is_missing() {
        assertThat(said(new TopicAuthorizationException(Set.of("plays", "sessions"))))
                .isEqualTo("Kafka at broker:9092 does not allow us to use topics plays, sessions. Grant the user that"
                        + " kafka.properties logs in as DescribeConfigs on every topic of the job, Read on those it"
                        + " reads and Write on those it writes; segue topics --acls prints the commands.");
        assertThat(said(new TopicAuthorizationException("Topic authorization failed.")))
                .startsWith("Kafka at broker:9092 does not allow us to use a topic of the job. Grant ");
        assertThat(KafkaTrouble.mayNot(CLUSTER, "Read on group a"))
                .isEqualTo("Kafka at broker:9092 does not allow us: Read on group a. Grant the user that"
                        + " kafka.properties logs in as this right; segue topics --acls prints the commands.");
    }

    @Test
    void a_group_or_transactions_that_may_not_be_used_are_named_with_what_is_missing() {
        assertThat(said(GroupAuthorizationException.forGroupId("segue-sessions")))
                .isEqualTo("Kafka at broker:9092 does not allow us to use the consumer group segue-sessions. Grant"
                        + " the user"
                        + " that kafka.properties logs in as Read on it, or choose another one with"
                        + " kafka.group-id.");
        assertThat(said(new TransactionalIdAuthorizationException("Transactional Id authorization failed.")))
                .isEqualTo("Kafka at broker:9092 does not allow us to write in transactions. Grant the user that"
                        + " kafka.properties logs in as Write on transactional ids that begin with segue- and"
                        + " the job's name; segue topics --acls prints the commands.");
    }

    @Test
    void a_login_or_a_certificate_that_is_refused_is_reported_with_the_keys_to_correct() {
        assertThat(said(new SaslAuthenticationException("Authentication failed: Invalid username or password")))
                .isEqualTo(
                        "Kafka at broker:9092 refuses the login: Authentication failed: Invalid username or password."
                                + " Correct sasl.mechanism and sasl.jaas.config in kafka.properties.");
        assertThat(said(new SslAuthenticationException(
                        "SSL handshake failed", new IllegalStateException("PKIX path building failed"))))
                .isEqualTo("Kafka at broker:9092 cannot be reached over TLS: PKIX path building failed. Check that"
                        + " ssl.truststore.location in kafka.properties contains the authority that issued the brokers'"
                        + " certificates, and that they name the hosts in kafka.bootstrap-servers.");
    }

    @Test
    void a_client_that_cannot_be_configured_says_what_to_correct() {
        assertThat(said(new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")))
                .isEqualTo("Kafka at broker:9092 cannot be contacted: No resolvable bootstrap urls given in"
                        + " bootstrap.servers. Correct kafka.bootstrap-servers.");
        assertThat(said(new ConfigException("Invalid login module")))
                .endsWith(" cannot be contacted: Invalid login module. Correct kafka.properties.");
    }

    @Test
    void all_else_is_reported_as_it_is_with_one_full_stop() {
        assertThat(said(new TimeoutException("Timed out."))).isEqualTo("otherwise: Wrapped.");
        assertThat(KafkaTrouble.inWords(CLUSTER, new TimeoutException(), message -> message))
                .isEqualTo("TimeoutException.");
        assertThat(KafkaTrouble.refusal(CLUSTER, new TimeoutException("Timed out.")))
                .isEmpty();
    }

    /** A failure, wrapped twice, in words. */
    private static String said(Exception failure) {
        return KafkaTrouble.inWords(
                CLUSTER,
                new KafkaException("Wrapped.", new ExecutionException(failure)),
                message -> "otherwise: " + message);
    }
}
