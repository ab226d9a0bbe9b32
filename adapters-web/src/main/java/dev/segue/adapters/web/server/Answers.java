package dev.segue.adapters.web.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Locale;

/**
 * Sets security headers on every answer: a browser may not run or load anything but the page's own files, show the page
 * inside another, or cache it. So markup in a name could do nothing, even if it were interpreted as markup.
 */
final class Answers implements HttpHandler {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    /** The page never requests a longer one. */
    private static final int LONGEST_ADDRESS = 8_000;

    private final String written;
    private final HttpHandler next;

    /**
     * Before all other handlers.
     *
     * @param written the only path that may be written to; null if the page is read-only
     */
    Answers(String written, HttpHandler next) {
        this.written = written;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(HttpString.tryFromString("Content-Security-Policy"), POLICY);
        headers.put(HttpString.tryFromString("X-Content-Type-Options"), "nosniff");
        headers.put(HttpString.tryFromString("X-Frame-Options"), "DENY");
        headers.put(HttpString.tryFromString("Referrer-Policy"), "no-referrer");
        headers.put(HttpString.tryFromString("Cross-Origin-Opener-Policy"), "same-origin");
        headers.put(HttpString.tryFromString("Cross-Origin-Resource-Policy"), "same-origin");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)
                && !exchange.getRequestPath().equals(written)) {
            headers.put(Headers.ALLOW, "GET, HEAD");
            Problem.send(exchange, StatusCodes.METHOD_NOT_ALLOWED, "This page is read-only.");
            return;
        }
        int length =
                exchange.getRequestURI().length() + exchange.getQueryString().length();
        if (length > LONGEST_ADDRESS) {
            Problem.send(
                    exchange,
                    StatusCodes.REQUEST_URI_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "This address has %,d characters, and at most %,d are allowed.",
                            length,
                            LONGEST_ADDRESS));
            return;
        }
        next.handleRequest(exchange);
    }
}
