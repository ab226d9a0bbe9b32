package dev.segue.demo;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.demo.screen.Steps;
import dev.segue.stack.CannotStart;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.Registry;
import java.nio.file.Path;

/** What the jobs of one demo depend on: Kafka and the schema registry. */
record Stack(EmbeddedKafka kafka, Registry registry) implements AutoCloseable {

    /**
     * Starts both, and shows it on the screen.
     *
     * @param folder where their data goes
     * @param logs where the registry logs
     */
    static Stack start(DemoRequest asked, Path folder, Path logs, Steps steps)
            throws CannotStart, InterruptedException {
        EmbeddedKafka kafka = steps.take(
                "Kafka",
                () -> EmbeddedKafka.start(folder.resolve("kafka"), asked.kafkaPort()),
                broker -> "at " + broker.bootstrapServers());
        try {
            Registry registry = steps.take(
                    "schema registry",
                    () -> Registry.start(asked.registryPort(), logs),
                    started -> "at " + started.url());
            return new Stack(kafka, registry);
        } catch (CannotStart | InterruptedException | RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    KafkaCluster cluster() {
        return KafkaCluster.at(kafka.bootstrapServers());
    }

    RegistryAccess registryAccess() {
        return RegistryAccess.at(registry.url().toString());
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
