package dev.segue.adapters.web.server;

import dev.segue.adapters.web.kept.Memory;
import dev.segue.adapters.web.view.View;
import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps browsers up to date: each is told what its view shows when it connects, and again whenever that has changed, at
 * most twice a second. What is told is always the whole view, so a browser that was away has missed nothing.
 */
final class Live implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Live.class);

    private static final long BETWEEN_LOOKS_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** By which a browser knows that the connection is not dead but has nothing to tell. */
    private static final int LOOKS_BETWEEN_BEATS = 10;

    private static final int MOST_WATCHERS = 500;

    private final Memory memory;
    private final Json json;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Watcher> arrivals = new LinkedBlockingQueue<>();
    private final Thread looking = new Thread(this::keepLooking, "the live page");

    private long version = -1;
    private long looks;

    Live(Memory memory, Json json) {
        this.memory = memory;
        this.json = json;
    }

    void begin() {
        looking.setDaemon(true);
        looking.start();
    }

    HttpHandler handler() {
        return exchange -> {
            View view = Asked.viewAt(exchange.getRelativePath());
            if (view == null) {
                Plain.send(exchange, StatusCodes.NOT_FOUND, "There is no such view.");
            } else if (watchers.size() >= MOST_WATCHERS) {
                Plain.send(
                        exchange,
                        StatusCodes.SERVICE_UNAVAILABLE,
                        "So many browsers show this page that there is no room for one more.");
            } else {
                Asked asked = Asked.of(view, exchange.getQueryParameters());
                Handlers.serverSentEvents((connection, lastEventId) -> add(connection, asked))
                        .handleRequest(exchange);
            }
        };
    }

    @Override
    public void close() {
        looking.interrupt();
        watchers.forEach(Watcher::close);
    }

    private void add(ServerSentEventConnection connection, Asked asked) {
        Watcher watcher = new Watcher(connection, asked);
        watchers.add(watcher);
        connection.addCloseTask(closed -> watchers.remove(watcher));
        arrivals.add(watcher);
    }

    private void keepLooking() {
        long nextLook = System.nanoTime();
        try {
            while (true) {
                Watcher arrived = arrivals.poll(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (arrived != null) {
                    welcome(arrived);
                } else {
                    look();
                    nextLook = System.nanoTime() + BETWEEN_LOOKS_NS;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The page is closed", e);
        }
    }

    private void welcome(Watcher arrived) {
        try {
            tell(arrived, new HashMap<>());
        } catch (RuntimeException e) {
            LOG.error("A browser could not be told what there is to see", e);
            arrived.close();
        }
    }

    private void look() {
        try {
            long now = memory.version();
            boolean changed = now != version;
            version = now;
            boolean beat = ++looks % LOOKS_BETWEEN_BEATS == 0;
            Map<Asked, String> told = new HashMap<>();
            for (Watcher watcher : watchers) {
                if (changed || watcher.isBehind()) {
                    tell(watcher, told);
                }
                if (beat) {
                    watcher.beat();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("A look at what has changed went wrong; the next may not", e);
        }
    }

    private void tell(Watcher watcher, Map<Asked, String> told) {
        watcher.tell(
                told.computeIfAbsent(new Asked(View.STATUS, Map.of()), this::written),
                told.computeIfAbsent(watcher.asked, this::written));
    }

    private String written(Asked asked) {
        return json.written(asked.view().of(memory, asked.by()));
    }

    /** One browser that shows one view. */
    private static final class Watcher implements ServerSentEventConnection.EventCallback {

        private final ServerSentEventConnection connection;
        private final Asked asked;
        private final Map<String, String> toldLast = new HashMap<>();

        private boolean behind;
        private int onTheWay;

        Watcher(ServerSentEventConnection connection, Asked asked) {
            this.connection = connection;
            this.asked = asked;
        }

        /** Whether something was not told because what was told before is still on its way. */
        synchronized boolean isBehind() {
            return behind;
        }

        synchronized void tell(String status, String view) {
            behind = onTheWay > 0;
            if (!behind) {
                sendIfNew("status", status);
                sendIfNew("view", view);
            }
        }

        private void sendIfNew(String event, String data) {
            if (!data.equals(toldLast.put(event, data))) {
                send(event, data);
            }
        }

        synchronized void beat() {
            if (onTheWay == 0) {
                send("beat", "");
            }
        }

        void close() {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.debug("A browser was gone before it could be told", e);
            }
        }

        private void send(String event, String data) {
            onTheWay++;
            connection.send(data, event, null, this);
        }

        @Override
        public synchronized void done(ServerSentEventConnection to, String data, String event, String id) {
            onTheWay--;
        }

        @Override
        public synchronized void failed(
                ServerSentEventConnection to, String data, String event, String id, IOException why) {
            onTheWay--;
        }
    }
}
