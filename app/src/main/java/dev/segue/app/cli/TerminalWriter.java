package dev.segue.app.cli;

import dev.segue.domain.accounting.VisibleText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The border between a command and a terminal. Whatever a command prints may hold names, paths and answers from outside,
 * and none of it can move the cursor, change a colour or forge a line: {@link VisibleText} writes it out.
 *
 * <p>A text given to {@code println} is one line; what breaks lines in it came from outside. What is given to {@code print}
 * keeps its line breaks and its colours, since help comes that way.
 */
public final class TerminalWriter extends PrintWriter {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Writes what is safe to {@code terminal}, and flushes after each line. */
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
