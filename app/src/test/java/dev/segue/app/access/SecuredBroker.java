package dev.segue.app.access;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.stack.CannotStart;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A broker where users log in, and may do nothing that no ACL allows; only {@code admin} may do everything. */
final class SecuredBroker implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "sesame";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final EmbeddedKafka kafka;

    private SecuredBroker(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    static SecuredBroker start(Path folder, List<String> users) throws CannotStart {
        String logins = Stream.concat(Stream.of(ADMIN), users.stream())
                .map(user -> "user_" + user + "=\"" + PASSWORD + "\"")
                .collect(Collectors.joining(" "));
        return new SecuredBroker(EmbeddedKafka.start(
                folder,
                LoopbackPorts.ANY,
                Map.of(
                        "listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.broker.plain.sasl.jaas.config", login(ADMIN, logins),
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "allow.everyone.if.no.acl.found", "false",
                        // The broker asks its own controller without a login.
                        "super.users", "User:ANONYMOUS;User:" + ADMIN)));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    KafkaCluster asAdmin() {
        return as(ADMIN);
    }

    /** The cluster, for a client that logs in as this user. */
    KafkaCluster as(String user) {
        return new KafkaCluster(bootstrapServers(), settings(user));
    }

    /** How a configuration file says where Kafka is, and that its reader logs in as this user. */
    List<String> configuration(String user) {
        List<String> lines = new ArrayList<>(List.of("kafka.bootstrap-servers: " + bootstrapServers()));
        settings(user).forEach((key, value) -> lines.add("kafka.properties." + key + ": '" + value + "'"));
        return lines;
    }

    private static Map<String, String> settings(String user) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(user, ""));
    }

    private static String login(String user, String more) {
        return LOGIN + "username=\"" + user + "\" password=\"" + PASSWORD + "\" " + more + ";";
    }

    @Override
    public void close() {
        kafka.close();
    }
}
