package dev.segue.adapters.web.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One browser that shows one view. What it has not been told yet is replaced by what is newer. */
final class Watcher {

    /** So often a browser hears something, and knows by it that the connection is not dead. */
    private static final long BETWEEN_BEATS_NS = TimeUnit.SECONDS.toNanos(5);

    private final Asked asked;

    private Answer status;
    private Answer view;
    private boolean isClosed;

    Watcher(Asked asked) {
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    /** What there is to see now. */
    synchronized void show(Answer newStatus, Answer newView) {
        status = newStatus;
        view = newView;
        notifyAll();
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /**
     * Tells until the browser is gone or this is closed.
     *
     * @throws IOException when the browser is gone
     */
    void tell(OutputStream out) throws IOException, InterruptedException {
        Answer toldStatus = null;
        Answer toldView = null;
        while (true) {
            Answer newStatus;
            Answer newView;
            synchronized (this) {
                awaitNews(toldStatus, toldView);
                if (isClosed) {
                    return;
                }
                newStatus = status;
                newView = view;
            }
            StringBuilder told = new StringBuilder();
            add(told, "status", toldStatus, newStatus);
            add(told, "view", toldView, newView);
            if (told.length() == 0) {
                told.append("event:beat\ndata:\n\n");
            }
            out.write(told.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            toldStatus = newStatus;
            toldView = newView;
        }
    }

    private void awaitNews(Answer toldStatus, Answer toldView) throws InterruptedException {
        long deadline = System.nanoTime() + BETWEEN_BEATS_NS;
        while (!isClosed && same(status, toldStatus) && same(view, toldView)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private static boolean same(Answer one, Answer other) {
        return one == null ? other == null : one.isAs(other);
    }

    private static void add(StringBuilder told, String event, Answer before, Answer now) {
        if (!same(before, now)) {
            told.append(now.event(event, before));
        }
    }
}
