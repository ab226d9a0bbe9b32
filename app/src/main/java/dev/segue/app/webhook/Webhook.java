package dev.segue.app.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** One address that takes messages. */
final class Webhook {

    /** What came of a try. */
    enum Answer {
        TAKEN,
        /** It may be taken later. */
        NOT_NOW,
        /** This very message will never be taken. */
        NEVER
    }

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    /** Bad request, too large, not processable: the message is at fault. All else is the address, or the moment. */
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

    /** Tries once. */
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
            lastProblem = "it answers " + status;
            return MESSAGE_AT_FAULT.contains(status) ? Answer.NEVER : Answer.NOT_NOW;
        } catch (IOException e) {
            lastProblem = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            return Answer.NOT_NOW;
        }
    }

    /** Why the last try failed. */
    String lastProblem() {
        return lastProblem;
    }
}
