package dev.segue.adapters.web.server;

import io.undertow.server.HttpHandler;
import java.util.concurrent.atomic.LongAdder;

/** How many bytes the page has sent. */
final class Traffic {

    private final LongAdder bytes = new LongAdder();

    /** Counts what a handler answers, once it is done. */
    HttpHandler counting(HttpHandler next) {
        return exchange -> {
            exchange.addExchangeCompleteListener((done, others) -> {
                add(done.getResponseBytesSent());
                others.proceed();
            });
            next.handleRequest(exchange);
        };
    }

    /** Bytes of an answer that has no end. */
    void add(long sent) {
        bytes.add(sent);
    }

    long bytes() {
        return bytes.sum();
    }
}
