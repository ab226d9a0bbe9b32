package dev.segue.app.broker;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.lifecycle.Startable;

/**
 * Whether tests can start containers, and what becomes of those that need to where they cannot: they are skipped, and the
 * output says so in a line that cannot be overlooked; or they fail, where somebody relies on them.
 */
final class Containers {

    /** The environment variable that says, by {@code true}, that no test may be skipped for want of a container. */
    static final String REQUIRED = "SEGUE_REQUIRE_CONTAINERS";

    static final Containers OF_THIS_MACHINE =
            new Containers(() -> Engine.IS_OF_USE, Boolean.parseBoolean(System.getenv(REQUIRED)), System.out);

    private final BooleanSupplier engineAnswers;
    private final boolean required;
    private final PrintStream output;

    Containers(BooleanSupplier engineAnswers, boolean required, PrintStream output) {
        this.engineAnswers = engineAnswers;
        this.required = required;
        this.output = output;
    }

    /**
     * Starts a container.
     *
     * @param purpose what is tested with it, in words
     * @throws TestAbortedException when there is no engine, or the image can neither be found nor fetched
     * @throws AssertionError instead, when containers are required
     */
    void start(Startable container, String purpose) {
        if (!engineAnswers.getAsBoolean()) {
            throw without(purpose, "no container engine answers that Testcontainers can use", null);
        }
        try {
            container.start();
        } catch (ContainerFetchException e) {
            throw without(purpose, "the image is not here and cannot be fetched (" + e.getMessage() + ")", e);
        }
    }

    private RuntimeException without(String purpose, String reason, Exception cause) {
        if (required) {
            throw new AssertionError(
                    "Cannot test " + purpose + ": " + reason + ", and " + REQUIRED
                            + "=true says that nothing is skipped.",
                    cause);
        }
        String line = "SKIPPED: " + purpose + ", because " + reason
                + ". Start Docker, or on Debian run: .ci/containers mvn verify";
        output.println("\n>>>>>> " + line + "\n");
        return new TestAbortedException(line, cause);
    }

    /** Asked once: where one answers that can fetch nothing, the answer takes minutes. */
    private static final class Engine {

        private static final boolean IS_OF_USE = isOfUse();

        private static boolean isOfUse() {
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } catch (RuntimeException e) {
                // Testcontainers needs an image of its own, to find out at which address the ports are.
                return false;
            }
        }
    }
}
