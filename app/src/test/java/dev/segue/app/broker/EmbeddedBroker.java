package dev.segue.app.broker;

import dev.segue.stack.CannotStart;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.util.Map;

/** The in-process broker, as in the demo. */
public final class EmbeddedBroker implements Broker {

    private final EmbeddedKafka kafka;

    private EmbeddedBroker(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Starts the broker and waits until it is ready.
     *
     * @param folder for its data; the caller deletes it
     */
    public static EmbeddedBroker start(Path folder) throws CannotStart {
        return start(folder, Map.of());
    }

    /**
     * Starts the broker with further settings, by Kafka's own keys.
     *
     * @param folder for its data; the caller deletes it
     */
    public static EmbeddedBroker start(Path folder, Map<String, String> more) throws CannotStart {
        return new EmbeddedBroker(EmbeddedKafka.start(folder, LoopbackPorts.ANY, more));
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
