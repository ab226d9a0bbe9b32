package dev.segue.app.webhook;

import dev.segue.adapters.kafka.secret.Unresolved;
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
        /** Nothing is accepted from us, or at this address, until somebody changes something. */
        REFUSED,
        /** This message will never be accepted. */
        NEVER
    }

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private static final int SERVER_AT_FAULT = 500;

    /** Bad request, too large, unprocessable. */
    private static final Set<Integer> MESSAGE_AT_FAULT = Set.of(400, 413, 422);

    /** Timeout, too early, too many requests. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429);

    private final URI url;
    private final Duration timeout;
    private final Credentials credentials;
    private final HttpClient client;

    private String lastProblem = "";

    Webhook(URI url, Duration timeout, Credentials credentials) {
        this.url = url;
        this.timeout = timeout;
        this.credentials = credentials;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** Makes one attempt. */
    Answer post(String json) throws InterruptedException {
        try {
            int status = client.send(request(json), BodyHandlers.discarding()).statusCode();
            if (status >= OK && status < NOT_OK) {
                return Answer.TAKEN;
            }
            lastProblem = "it answered " + status;
            return failed(status);
        } catch (Unresolved e) {
            lastProblem = e.getMessage();
            return Answer.NOT_NOW;
        } catch (IllegalArgumentException e) {
            // Its message would hold the secret.
            lastProblem =
                    "webhook.secret is empty, or webhook.authorization contains a character that a header cannot have";
            return Answer.NOT_NOW;
        } catch (IOException e) {
            lastProblem = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            return Answer.NOT_NOW;
        }
    }

    private HttpRequest request(String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json));
        credentials.addTo(request, json);
        return request.build();
    }

    private static Answer failed(int status) {
        if (MESSAGE_AT_FAULT.contains(status)) {
            return Answer.NEVER;
        }
        return status >= SERVER_AT_FAULT || TEMPORARY.contains(status) ? Answer.NOT_NOW : Answer.REFUSED;
    }

    /** Why the last attempt failed. */
    String lastProblem() {
        return lastProblem;
    }
}
