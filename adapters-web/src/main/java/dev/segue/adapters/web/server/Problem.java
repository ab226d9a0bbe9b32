package dev.segue.adapters.web.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Why a request is not answered: RFC 9457 for programs, that is for addresses of the API; a line of text for everybody else.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title of the status
 * @param detail what is wrong and what to do, in sentences
 */
record Problem(String type, String title, int status, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Json JSON = new Json();

    static void send(HttpServerExchange exchange, int status, String detail) {
        if (!Api.has(exchange.getRequestPath())) {
            Plain.send(exchange, status, detail);
            return;
        }
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, MEDIA_TYPE);
        exchange.getResponseSender()
                .send(JSON.written(new Problem("about:blank", StatusCodes.getReason(status), status, detail)));
    }
}
