package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.time.MutableInstant;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** How {@code log4j2.xml} formats log messages. */
class LogFileTest {

    @Test
    void names_from_outside_reach_the_log_without_what_a_terminal_would_obey() {
        assertThat(logged("evil\u001b[2J\u0007\u009b\u202e\u2028\r Пётр 👩\u200d🚀", null))
                .endsWith(" a.b.C" + " ".repeat(40) + " evil¿[2J¿¿¿¿¿ Пётр 👩\u200d🚀\n");
    }

    @Test
    void nobody_forges_a_line_of_the_log() {
        assertThat(logged("first\n2026-01-01 ERROR second\n", null).lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" first"),
                        line -> assertThat(line).isEqualTo("    2026-01-01 ERROR second"),
                        line -> assertThat(line).isEmpty());
    }

    @Test
    void what_failed_is_logged_with_its_stack_and_without_what_a_terminal_would_obey() {
        Exception failure = new IllegalStateException("no \u001b[31m\n2026 such thing", new RuntimeException("\u0007"));

        assertThat(logged("failed", failure))
                .contains(
                        "\n    java.lang.IllegalStateException: no ¿[31m\n    2026 such thing\n    \tat dev.segue.app")
                .contains("\n    Caused by: java.lang.RuntimeException: ¿\n")
                .doesNotContain("\u001b", "\u0007", "\n2026");
    }

    private static String logged(String message, Throwable thrown) {
        try (LoggerContext log4j = new LoggerContext(
                "test", null, Path.of("src/main/resources/log4j2.xml").toUri())) {
            log4j.start();
            MutableInstant when = new MutableInstant();
            when.initFromEpochMilli(0, 0);
            return log4j.getConfiguration()
                    .getAppender("log")
                    .getLayout()
                    .toSerializable(Log4jLogEvent.newBuilder()
                            .setLoggerName("a.b.C")
                            .setLevel(Level.WARN)
                            .setInstant(when)
                            .setMessage(new SimpleMessage(message))
                            .setThrown(thrown)
                            .build())
                    .toString();
        }
    }
}
