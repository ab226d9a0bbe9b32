package dev.segue.demo.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/** Chooses the kind of screen. */
public final class Screens {

    private Screens() {}

    /**
     * The screen for the process's standard output.
     *
     * @param out where plain lines go
     * @param environment of the process: {@code NO_COLOR} turns off colours, {@code TERM=dumb} means plain lines
     */
    public static Screen of(PrintWriter out, Map<String, String> environment) {
        if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return new PlainScreen(out);
        }
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysOut)
                    .dumb(true)
                    .build();
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                terminal.close();
                return new PlainScreen(out);
            }
            return new LiveScreen(
                    terminal, environment.getOrDefault("NO_COLOR", "").isEmpty());
        } catch (IOException e) {
            return new PlainScreen(out);
        }
    }
}
