package dev.segue.app.broker;

import dev.segue.stack.CannotStart;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;

/** The broker in this process, the one of the demo. */
public final class EmbeddedBroker implements Broker {

    private final EmbeddedKafka kafka;

    private EmbeddedBroker(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Starts it, and waits until it serves.
     *
     * @param folder where its data lives; the caller removes it
     */
    public static EmbeddedBroker start(Path folder) throws CannotStart {
        return new EmbeddedBroker(EmbeddedKafka.start(folder, LoopbackPorts.ANY));
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
