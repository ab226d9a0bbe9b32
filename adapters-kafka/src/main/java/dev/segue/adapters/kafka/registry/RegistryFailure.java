package dev.segue.adapters.kafka.registry;

/** The registry could not be reached, or refused. Says nothing about the records; who meets it must stop, not skip. */
public final class RegistryFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegistryFailure(String message) {
        super(message);
    }

    RegistryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
