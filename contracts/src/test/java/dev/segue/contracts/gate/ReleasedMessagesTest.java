package dev.segue.contracts.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate itself: no build passes with a message that breaks a released version. README.md says how to change one. */
class ReleasedMessagesTest {

    private static final Path COPIES = Path.of("target/messages");
    private static final SortedMap<String, Schema> MESSAGES = Messages.current();

    @BeforeAll
    static void writeCopiesThatCanBeReleased() throws IOException {
        Files.createDirectories(COPIES);
        for (Schema message : MESSAGES.values()) {
            Files.writeString(
                    COPIES.resolve(message.getName() + ".avsc"), SchemaFormatter.format("json/pretty", message) + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_fits_all_its_released_versions(String message) {
        assertThat(CompatibilityGate.problems(MESSAGES.get(message), Messages.released(message)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_of_a_release_is_released(String message) {
        SortedMap<Integer, Schema> released = Messages.released(message);
        String todo = released.isEmpty() ? null : CompatibilityGate.unreleased(MESSAGES.get(message), released);
        if (todo != null && System.getProperty("segue.version", "-SNAPSHOT").endsWith("-SNAPSHOT")) {
            System.out.println("NOTE: " + todo);
        } else {
            assertThat(todo).isNull();
        }
    }

    @Test
    void no_released_message_is_gone() {
        assertThat(Messages.everReleased()).isSubsetOf(messages());
    }

    static Set<String> messages() {
        return MESSAGES.keySet();
    }
}
