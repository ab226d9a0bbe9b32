package dev.segue.adapters.kafka.registry;

/** The registry has no such schema, or none that Avro can read. */
public final class UnknownSchema extends Exception {

    private static final long serialVersionUID = 1;

    public UnknownSchema(String message) {
        super(message, null, false, false);
    }
}
