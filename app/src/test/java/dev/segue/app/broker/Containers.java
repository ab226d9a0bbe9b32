package dev.segue.app.broker;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.lifecycle.Startable;

/**
 * Starts containers for tests. Without a container engine, the tests that need one are skipped, with a conspicuous line
 * in the output; or they fail, if containers are required.
 */
final class Containers {

    /** The environment variable that makes tests fail, instead of being skipped, without containers: {@code true}. */
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
     * @throws TestAbortedException when there is no engine, or the image is neither local nor can be pulled
     * @throws AssertionError instead, when containers are required
     */
    void start(Startable container, String purpose) {
        if (!engineAnswers.getAsBoolean()) {
            throw without(purpose, "Testcontainers finds no container engine", null);
        }
        try {
            container.start();
        } catch (ContainerFetchException e) {
            throw without(purpose, "the image is neither local nor can be pulled (" + e.getMessage() + ")", e);
        }
    }

    private RuntimeException without(String purpose, String reason, Exception cause) {
        if (required) {
            throw new AssertionError(
                    "Cannot test " + purpose + ": " + reason + ", and " + REQUIRED + "=true forbids skipping.", cause);
        }
        String line = "SKIPPED: " + purpose + ", because " + reason
                + ". Start Docker, or on Debian run: .ci/containers mvn verify";
        output.println("\n>>>>>> " + line + "\n");
        return new TestAbortedException(line, cause);
    }

    /** Checked once: if an engine cannot pull images, the check takes minutes. */
    private static final class Engine {

        private static final boolean IS_OF_USE = isOfUse();

        private static boolean isOfUse() {
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } catch (RuntimeException e) {
                // Testcontainers needs its own image to find the address of the ports.
                return false;
            }
        }
    }
}
