package dev.segue.app.broker;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Apache Kafka in a container, with its own process and network. */
public final class ContainerBroker implements Broker {

    /** The environment variable that names an image to use instead of the official one, with the same layout. */
    static final String IMAGE = "SEGUE_KAFKA_IMAGE";

    private static final String OFFICIAL = "apache/kafka";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaContainer container;

    private ContainerBroker(KafkaContainer container) {
        this.container = container;
    }

    /**
     * Starts the broker and waits until it is ready. If the container or its image is unavailable, the calling test is
     * skipped or fails, as {@link Containers} describes.
     *
     * @param tested what is tested on it, in words
     */
    public static ContainerBroker startFor(String tested) {
        KafkaContainer container = new KafkaContainer(image())
                // As on the embedded broker: a missing topic is a mistake.
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withStartupTimeout(PATIENCE);
        Containers.OF_THIS_MACHINE.start(container, tested + ", on a broker in a container");
        return new ContainerBroker(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.stop();
    }

    /** The same release as the Kafka clients. */
    private static DockerImageName image() {
        String name = Optional.ofNullable(System.getenv(IMAGE)).orElse(OFFICIAL + ":" + AppInfoParser.getVersion());
        return DockerImageName.parse(name).asCompatibleSubstituteFor(OFFICIAL);
    }
}
