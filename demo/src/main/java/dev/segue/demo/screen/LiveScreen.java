package dev.segue.demo.screen;

import dev.segue.domain.accounting.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** Redraws in place, below the lines said before. */
final class LiveScreen implements Screen {

    private static final String UP = "\033[%dA";
    private static final String CLEAR_TO_END = "\033[J";
    private static final String CLEAR_LINE_END = "\033[K";

    private final Terminal terminal;
    private final boolean colours;
    private int drawn;

    /** On a terminal with ANSI support; closes it at the end. */
    LiveScreen(Terminal terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    @Override
    public void say(String line) {
        write(erased() + VisibleText.of(line) + "\n");
    }

    @Override
    public void starting(String what) {
        write(erased() + "  … " + VisibleText.of(what) + "\n");
        drawn = 1;
    }

    @Override
    public void done(String what, long tookMs) {
        String tick = colours ? "\033[32m✓\033[0m" : "✓";
        write(erased()
                + String.format(Locale.ROOT, "  %s %s  (%.1f s)\n", tick, VisibleText.of(what), tookMs / 1000.0));
    }

    @Override
    public void show(Scene scene, List<String> addresses) {
        Size size = terminal.getSize();
        int width = size.getColumns() > 0 ? size.getColumns() : 80;
        int height = size.getRows() > 0 ? size.getRows() : 24;
        StringBuilder frame = new StringBuilder(drawn == 0 ? "" : String.format(Locale.ROOT, UP, drawn));
        List<String> lines = Wording.lines(scene, addresses, width - 1, height);
        lines.forEach(line -> frame.append(line).append(CLEAR_LINE_END).append('\n'));
        frame.append(CLEAR_TO_END);
        drawn = lines.size();
        write(frame.toString());
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String erased() {
        String erasing = drawn == 0 ? "" : String.format(Locale.ROOT, UP, drawn) + CLEAR_TO_END;
        drawn = 0;
        return erasing;
    }

    private void write(String text) {
        PrintWriter writer = terminal.writer();
        writer.print(text);
        writer.flush();
    }
}
