package dev.segue.app.broker;

/** A real Kafka broker, empty at first, for a test that does not care where it runs. */
public interface Broker extends AutoCloseable {

    /** Where clients on this machine connect: {@code host:port}. */
    String bootstrapServers();

    /** Ends it; its data is gone with it. */
    @Override
    void close();
}
