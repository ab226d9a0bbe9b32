package dev.segue.adapters.web.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One browser that shows one view. An update that has not been sent yet is replaced by a newer one. */
final class Watcher {

    /** Without updates, a heartbeat is sent this often, so that the browser knows that the connection is alive. */
    private static final long BETWEEN_BEATS_NS = TimeUnit.SECONDS.toNanos(5);

    private final Query query;
    private final Traffic traffic;

    private Answer status;
    private Answer view;
    private boolean isClosed;

    Watcher(Query query, Traffic traffic) {
        this.query = query;
        this.traffic = traffic;
    }

    Query query() {
        return query;
    }

    /** Sets the state to send. */
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
     * Sends updates until the browser is gone or this is closed.
     *
     * @throws IOException when the browser is gone
     */
    void add(OutputStream out) throws IOException, InterruptedException {
        Answer sentStatus = null;
        Answer sentView = null;
        while (true) {
            Answer newStatus;
            Answer newView;
            synchronized (this) {
                awaitUpdate(sentStatus, sentView);
                if (isClosed) {
                    return;
                }
                newStatus = status;
                newView = view;
            }
            StringBuilder events = new StringBuilder();
            add(events, "status", sentStatus, newStatus);
            add(events, "view", sentView, newView);
            if (events.length() == 0) {
                events.append("event:beat\ndata:\n\n");
            }
            byte[] bytes = events.toString().getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            out.flush();
            traffic.add(bytes.length);
            sentStatus = newStatus;
            sentView = newView;
        }
    }

    private void awaitUpdate(Answer sentStatus, Answer sentView) throws InterruptedException {
        long deadline = System.nanoTime() + BETWEEN_BEATS_NS;
        while (!isClosed && same(status, sentStatus) && same(view, sentView)) {
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

    private static void add(StringBuilder events, String event, Answer before, Answer now) {
        if (!same(before, now)) {
            events.append(now.event(event, before));
        }
    }
}
