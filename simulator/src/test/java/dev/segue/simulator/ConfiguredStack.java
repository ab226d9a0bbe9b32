package dev.segue.simulator;

import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A broker with all topics, a registry, and the configuration file of a job that uses them. */
final class ConfiguredStack implements AutoCloseable {

    private final EmbeddedBroker kafka;
    private final StackUnderTest stack;
    private final Path config;

    private ConfiguredStack(EmbeddedBroker kafka, StackUnderTest stack, Path config) {
        this.kafka = kafka;
        this.stack = stack;
        this.config = config;
    }

    /**
     * Starts all.
     *
     * @param more further lines of the configuration file
     */
    static ConfiguredStack in(Path folder, String... more) throws Exception {
        EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"));
        try {
            StackUnderTest stack = StackUnderTest.around(kafka);
            Path config = Files.writeString(
                    folder.resolve("sessions.yaml"),
                    "kafka.bootstrap-servers: " + stack.bootstrapServers() + "\nregistry.url: " + stack.registryUrl()
                            + "\n" + String.join("\n", more) + "\n");
            return new ConfiguredStack(kafka, stack, config);
        } catch (Exception e) {
            kafka.close();
            throw e;
        }
    }

    /** The option that names the configuration file. */
    String config() {
        return "--config=" + config;
    }

    /** The values of all records of a topic, in Base64. */
    List<String> valuesOf(String topic) {
        return stack.recordsOf(topic, "read_committed").stream()
                .map(record -> Base64.getEncoder().encodeToString(record.value()))
                .toList();
    }

    @Override
    public void close() {
        stack.close();
        kafka.close();
    }
}
