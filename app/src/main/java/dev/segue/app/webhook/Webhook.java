package dev.segue.app.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** One address that accepts messages. */
final class Webhook {

    /** The result of an attempt. */
    enum Answer {
        TAKEN,
        /** It may be accepted later. */
        NOT_NOW,
        /** This message will never be accepted. */
        NEVER
    }

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    /**
     * Bad request, too large, unprocessable: the message is at fault. Any other error is temporary, or due to the
     * address.
     */
    private static final Set<Integer> MESSAGE_AT_FAULT = Set.of(400, 413, 422);

    private final URI url;
    private final Duration timeout;
    private final HttpClient client;

    private String lastProblem = "";

    Webhook(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** Makes one attempt. */
    Answer post(String json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= OK && status < NOT_OK) {
                return Answer.TAKEN;
            }
            lastProblem = "it answered " + status;
            return MESSAGE_AT_FAULT.contains(status) ? Answer.NEVER : Answer.NOT_NOW;
        } catch (IOException e) {
            lastProblem = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            return Answer.NOT_NOW;
        }
    }

    /** Why the last attempt failed. */
    String lastProblem() {
        return lastProblem;
    }
}
