package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.View;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps browsers up to date with server-sent events: each gets its whole view when it connects, and then, at most twice
 * a second, what has changed since. A browser that was away reconnects and gets the whole view again; a slow one gets
 * fewer updates.
 */
final class Live implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Live.class);

    /** Views are evaluated this often without new data too, as a job that falls silent makes them old. */
    private static final long OLD_AFTER_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long BETWEEN_LOOKS_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Each takes a thread, which waits most of the time. */
    private static final int MOST_WATCHERS = 500;

    private final Memory memory;
    private final InstantSource clock;
    private final Json json;
    private final Traffic traffic;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Watcher> arrivals = new LinkedBlockingQueue<>();
    private final Thread looking = new Thread(this::keepLooking, "the live page");
    private final ExecutorService sending = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "a browser");
        thread.setDaemon(true);
        return thread;
    });

    private long version = -1;
    private long lookedAt = System.nanoTime();

    Live(Memory memory, InstantSource clock, Json json, Traffic traffic) {
        this.memory = memory;
        this.clock = clock;
        this.json = json;
        this.traffic = traffic;
    }

    void begin() {
        looking.setDaemon(true);
        looking.start();
    }

    HttpHandler handler() {
        return exchange -> {
            View view = Query.viewAt(exchange.getRelativePath());
            if (view == null || !view.isLive()) {
                Problem.send(
                        exchange,
                        StatusCodes.NOT_FOUND,
                        "There is no such view. " + Api.ROOT + " says which there are.");
            } else if (watchers.size() >= MOST_WATCHERS) {
                Problem.send(exchange, StatusCodes.SERVICE_UNAVAILABLE, "Too many browsers have this page open.");
            } else {
                exchange.dispatch(sending, () -> add(exchange, view));
            }
        };
    }

    /** How many browsers are kept up to date. */
    int watchers() {
        return watchers.size();
    }

    /** Whether browsers are kept up to date. */
    boolean isAlive() {
        return looking.isAlive();
    }

    @Override
    public void close() {
        looking.interrupt();
        watchers.forEach(Watcher::close);
        sending.shutdownNow();
    }

    private void add(HttpServerExchange exchange, View view) {
        exchange.startBlocking();
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        Watcher watcher = new Watcher(Query.lenient(view, exchange.getQueryParameters()), traffic);
        watchers.add(watcher);
        arrivals.add(watcher);
        try {
            watcher.add(exchange.getOutputStream());
        } catch (IOException e) {
            LOG.debug("A browser is gone", e);
        } catch (InterruptedException e) {
            LOG.debug("The page is closed", e);
        } finally {
            watchers.remove(watcher);
            exchange.endExchange();
        }
    }

    private void keepLooking() {
        long nextLook = System.nanoTime();
        try {
            while (true) {
                Watcher arrived = arrivals.poll(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (arrived != null) {
                    show(arrived, new HashMap<>());
                } else {
                    look();
                    nextLook = System.nanoTime() + BETWEEN_LOOKS_NS;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The page is closed", e);
        }
    }

    private void look() {
        long now = memory.version();
        if (now != version || System.nanoTime() - lookedAt >= OLD_AFTER_NS) {
            version = now;
            lookedAt = System.nanoTime();
            Map<Query, Answer> answers = new HashMap<>();
            watchers.forEach(watcher -> show(watcher, answers));
        }
    }

    private void show(Watcher watcher, Map<Query, Answer> answers) {
        try {
            watcher.show(
                    answers.computeIfAbsent(new Query(View.STATUS, Map.of()), this::answer),
                    answers.computeIfAbsent(watcher.query(), this::answer));
        } catch (RuntimeException e) {
            LOG.error("Cannot produce the view of " + watcher.query().view().path(), e);
            watcher.close();
        }
    }

    private Answer answer(Query query) {
        return Answer.of(json.tree(query.view().of(memory, query.by(), clock.millis())));
    }
}
