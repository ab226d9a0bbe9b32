package dev.segue.adapters.kafka.registry;

/**
 * The registry could not be reached, or refused a request. This implies nothing about the record: stop, do not skip it.
 */
public final class RegistryFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegistryFailure(String message) {
        super(message);
    }

    RegistryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
