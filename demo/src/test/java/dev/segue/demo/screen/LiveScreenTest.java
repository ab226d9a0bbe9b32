package dev.segue.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

/** What is written to a terminal with ANSI support. */
class LiveScreenTest {

    @Test
    void what_is_said_is_shown_and_not_obeyed() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        Terminal terminal = new DumbTerminal(
                "test", Terminal.TYPE_DUMB, InputStream.nullInputStream(), shown, StandardCharsets.UTF_8);
        try (LiveScreen screen = new LiveScreen(terminal, true)) {
            screen.say("a\u001b[2Jb\nc");
            screen.starting("d\u0007e");
            screen.done("f\u202eg", 1_500);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualTo("a\\u001b[2Jb\\u000ac\n" + "  … d\\u0007e\n" + "\033[1A\033[J"
                        + "  \033[32m✓\033[0m f\\u202eg  (1.5 s)\n");
    }
}
