package dev.segue.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.lifecycle.Startable;

class ContainersTest {

    private static final boolean REQUIRED = true;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Container container = new Container();

    @Test
    void where_an_engine_answers_the_container_starts_and_nothing_is_said() {
        containers(true, !REQUIRED).start(container, "this");

        assertThat(container.started).isTrue();
        assertThat(output.toString(UTF_8)).isEmpty();
    }

    @Test
    void where_none_answers_the_test_is_skipped_aloud() {
        String line = "SKIPPED: this, because Testcontainers finds no container engine."
                + " Start Docker, or on Debian run: .ci/containers mvn verify";

        assertThatThrownBy(() -> containers(false, !REQUIRED).start(container, "this"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(line);
        assertThat(output.toString(UTF_8)).isEqualTo("\n>>>>>> " + line + "\n\n");
        assertThat(container.started).isFalse();
    }

    @Test
    void where_the_image_cannot_be_fetched_it_is_skipped_too() {
        container.image = false;

        assertThatThrownBy(() -> containers(true, !REQUIRED).start(container, "this"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith(
                        "SKIPPED: this, because the image is neither local nor can be pulled (no such host)." + " ");
    }

    @Test
    void where_containers_are_required_nothing_is_skipped() {
        assertThatThrownBy(() -> containers(false, REQUIRED).start(container, "this"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Cannot test this: Testcontainers finds no container engine, and"
                        + " SEGUE_REQUIRE_CONTAINERS=true forbids skipping.");

        container.image = false;

        assertThatThrownBy(() -> containers(true, REQUIRED).start(container, "this"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Cannot test this: the image is neither local nor can be pulled");
        assertThat(output.toString(UTF_8)).isEmpty();
    }

    private Containers containers(boolean engineAnswers, boolean required) {
        return new Containers(() -> engineAnswers, required, new PrintStream(output, true, UTF_8));
    }

    private static final class Container implements Startable {

        private boolean image = true;
        private boolean started;

        @Override
        public void start() {
            if (!image) {
                throw new ContainerFetchException("no such host");
            }
            started = true;
        }

        @Override
        public void stop() {
            started = false;
        }
    }
}
