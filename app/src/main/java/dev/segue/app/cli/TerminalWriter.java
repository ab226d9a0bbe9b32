package dev.segue.app.cli;

import dev.segue.domain.accounting.VisibleText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes what a command prints. Output may contain names, paths and answers from outside; {@link VisibleText} makes
 * their control characters visible, so that they cannot move the cursor, change a colour or forge a line.
 *
 * <p>A text given to {@code println} is one line; line breaks in it came from outside and are escaped. A text given to
 * {@code print} keeps its line breaks and colours, because help is printed that way.
 */
public final class TerminalWriter extends PrintWriter {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Writes escaped text to {@code terminal}, and flushes after each line. */
    public TerminalWriter(Writer terminal) {
        super(terminal, true);
    }

    @Override
    public void println(String line) {
        synchronized (lock) {
            writeSafely(VisibleText.of(line));
            println();
        }
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    @Override
    public void print(String text) {
        writeSafely(withColours(String.valueOf(text)));
    }

    @Override
    public void print(Object text) {
        print(String.valueOf(text));
    }

    @Override
    public void write(String text, int from, int length) {
        writeSafely(VisibleText.inLines(text.substring(from, from + length)));
    }

    @Override
    public void write(char[] text, int from, int length) {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int character) {
        write(String.valueOf((char) character), 0, 1);
    }

    private void writeSafely(String text) {
        super.write(text, 0, text.length());
    }

    private static String withColours(String text) {
        StringBuilder shown = new StringBuilder();
        Matcher colour = COLOUR.matcher(text);
        int from = 0;
        while (colour.find()) {
            shown.append(VisibleText.inLines(text.substring(from, colour.start())))
                    .append(colour.group());
            from = colour.end();
        }
        return shown.append(VisibleText.inLines(text.substring(from))).toString();
    }
}
