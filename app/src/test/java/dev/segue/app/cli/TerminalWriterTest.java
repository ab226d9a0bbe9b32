package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Which part of a command's output reaches the terminal. */
class TerminalWriterTest {

    private static final String EVIL = "evil\u001b[2J\u0007\nforged";
    private static final String SHOWN = "evil\\u001b[2J\\u0007\\u000aforged";

    private final StringWriter terminal = new StringWriter();
    private final TerminalWriter out = new TerminalWriter(terminal);

    @Test
    void a_line_stays_one_line() {
        out.println(EVIL);
        out.println((Object) EVIL);
        out.println();

        assertThat(terminal).hasToString(String.join(System.lineSeparator(), SHOWN, SHOWN, "", ""));
    }

    @Test
    void help_keeps_its_lines_and_its_colours() {
        String help = "\u001b[1mUsage\u001b[21m\u001b[0m:\n\t\u001b[33m--out\u001b[39m\n";

        out.print(help);

        assertThat(terminal).hasToString(help);
    }

    @Test
    void nothing_else_of_a_text_is_obeyed_by_whatever_way_it_comes() {
        out.print("a\u001b[2Jb");
        out.print((Object) "a\u001b[2Jb");
        out.printf("a%sb", "\u001b[31m");
        out.write("a\u001bb");
        out.write("xa\u001bbx", 1, 3);
        out.write("a\u009bb".toCharArray());
        out.append("a\u202eb").append('\u0007').write('\r');

        assertThat(terminal)
                .hasToString("a\\u001b[2Jba\\u001b[2Jba\\u001b[31mba\\u001bba\\u001bba\\u009bba\\u202eb\\u0007\\u000d");
    }
}
