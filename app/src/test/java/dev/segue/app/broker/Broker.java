package dev.segue.app.broker;

/** A real Kafka broker, initially empty, for a test that works with any broker. */
public interface Broker extends AutoCloseable {

    /** Where clients on this machine connect: {@code host:port}. */
    String bootstrapServers();

    /** Stops the broker and deletes its data. */
    @Override
    void close();
}
