package dev.segue.adapters.web.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Checks access to the page. With a token, a request must carry it: in a header, or once in the address, after which a
 * cookie replaces it. Without a token, a request must address this machine by one of its local names, so that no
 * foreign page can read this one by resolving its own name to our address (DNS rebinding). Machines that ask how the page is
 * doing need no token: the answers tell nothing about listeners.
 */
final class Guard implements HttpHandler {

    private static final String COOKIE = "segue-dashboard";
    private static final String ASKED_BY = "token";
    private static final String BEARER = "Bearer ";
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String ASK =
            "This page requires a token. Open it once as %s?token=... with the value of dashboard.token.";

    private final String digest;
    private final boolean behindProxy;
    private final HttpHandler next;

    Guard(PageSettings settings, HttpHandler next) {
        this.digest = settings.token() == null ? null : digest(settings.token());
        this.behindProxy = settings.behindProxy();
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (digest == null) {
            if (isOurs(exchange.getRequestHeaders().getFirst(Headers.HOST))) {
                next.handleRequest(exchange);
            } else {
                Problem.send(
                        exchange, StatusCodes.FORBIDDEN, "This page is for this machine only: open it at localhost.");
            }
            return;
        }
        String brought = first(exchange.getQueryParameters(), ASKED_BY);
        if (Probes.PATHS.contains(exchange.getRequestPath())) {
            next.handleRequest(exchange);
        } else if (brought != null && fits(digest(brought))) {
            stayKnown(exchange);
        } else if (isKnown(exchange)) {
            next.handleRequest(exchange);
        } else {
            boolean isApi = Api.has(exchange.getRequestPath());
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
            Problem.send(
                    exchange,
                    StatusCodes.UNAUTHORIZED,
                    isApi
                            ? ASK.formatted("/") + " Programs send it as Authorization: Bearer ..."
                            : ASK.formatted(exchange.getRequestPath()));
        }
    }

    /** Sets the cookie, and redirects to the page without the token, so that the address does not show it. */
    private void stayKnown(HttpServerExchange exchange) {
        Cookie cookie = new CookieImpl(COOKIE, digest)
                .setHttpOnly(true)
                .setSecure(isOverTls(exchange))
                .setSameSiteMode("Lax")
                .setPath("/");
        exchange.setResponseCookie(cookie);
        exchange.setStatusCode(StatusCodes.SEE_OTHER);
        exchange.getResponseHeaders().put(Headers.LOCATION, "/");
        exchange.endExchange();
    }

    /** We speak plain HTTP; only the proxy in front of us knows. Of several proxies, the first one faces the browser. */
    private boolean isOverTls(HttpServerExchange exchange) {
        String forwarded = exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_PROTO);
        return behindProxy
                && forwarded != null
                && forwarded.split(",", 2)[0].strip().equalsIgnoreCase("https");
    }

    private boolean isKnown(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(COOKIE);
        if (cookie != null && fits(cookie.getValue())) {
            return true;
        }
        String said = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        return said != null && said.startsWith(BEARER) && fits(digest(said.substring(BEARER.length())));
    }

    /** Takes the same time wherever the values differ. */
    private boolean fits(String other) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.UTF_8), String.valueOf(other).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOurs(String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        return OUR_NAMES.contains(hasPort ? host.substring(0, port) : host);
    }

    private static String first(Map<String, Deque<String>> parameters, String name) {
        Deque<String> values = parameters.get(name);
        return values == null ? null : values.peekFirst();
    }

    /** The value of the cookie, so that no browser stores the token itself. */
    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(("segue dashboard\n" + token).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
