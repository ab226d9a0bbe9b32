package dev.segue.demo.screen;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints line after line, for files, pipes and simple terminals. */
final class PlainScreen implements Screen {

    private static final long BETWEEN_LINES_MS = 5_000;
    private static final int SENTENCES = 3;

    private final PrintWriter out;
    private long nextAt;

    PlainScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void starting(String what) {}

    @Override
    public void done(String what, long tookMs) {
        say(String.format(Locale.ROOT, "started in %.1f s: %s", tookMs / 1000.0, what));
    }

    @Override
    public void show(Scene scene, List<String> addresses) {
        if (scene.elapsedMs() < nextAt) {
            return;
        }
        nextAt += BETWEEN_LINES_MS;
        say(Wording.line(scene));
        List<String> emitted = scene.snapshot().emitted();
        emitted.subList(Math.max(0, emitted.size() - SENTENCES), emitted.size())
                .forEach(sentence -> say("      " + sentence));
    }

    @Override
    public void close() {
        out.flush();
    }
}
