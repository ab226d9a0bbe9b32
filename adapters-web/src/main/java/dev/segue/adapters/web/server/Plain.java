package dev.segue.adapters.web.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** Answers in plain text. */
final class Plain {

    private Plain() {}

    static void send(HttpServerExchange exchange, int status, String sentence) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseSender().send(sentence + "\n");
    }
}
