package dev.segue.adapters.kafka.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.segue.adapters.kafka.secret.Unresolved;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends requests to a registry over HTTP, and retries with growing delays while it does not answer. */
final class RegistryRequests {

    /**
     * An answer of the registry.
     *
     * @param body a missing node if it was not JSON
     * @param location target of a redirect, or null
     */
    record Answer(int status, JsonNode body, String location, URI asked) {

        private static final int NO_ERROR_CODE = 0;

        boolean isSuccess() {
            return status / 100 == 2;
        }

        boolean isJson() {
            return !body.isMissingNode();
        }

        /** Confluent's error code, which distinguishes a missing schema from a wrong address. */
        int errorCode() {
            return body.path("error_code").asInt(NO_ERROR_CODE);
        }

        /** In words, for messages. */
        String inWords() {
            String said = body.path("message").asText("");
            return asked + " answered " + status + (said.isEmpty() ? "" : ": " + said);
        }
    }

    /** Waits between two attempts. */
    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;

    private final RegistryAccess access;
    private final Pause pause;
    private final Duration longestAnswer;
    private final HttpClient client;

    RegistryRequests(RegistryAccess access) {
        this(access, length -> Thread.sleep(length.toMillis()), LONGEST_ANSWER);
    }

    RegistryRequests(RegistryAccess access, Pause pause, Duration longestAnswer) {
        this.access = access;
        this.pause = pause;
        this.longestAnswer = longestAnswer;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(longestAnswer);
        try {
            access.tls().context().ifPresent(builder::sslContext);
        } catch (Unresolved e) {
            throw new RegistryFailure(e.getMessage(), e);
        }
        this.client = builder.build();
    }

    Answer get(String path) {
        return ask("GET", path, null);
    }

    Answer post(String path, JsonNode body) {
        return ask("POST", path, body);
    }

    Answer put(String path, JsonNode body) {
        return ask("PUT", path, body);
    }

    private Answer ask(String method, String path, JsonNode body) {
        Duration waited = Duration.ZERO;
        Duration next = FIRST_PAUSE;
        for (int attempt = 0; ; attempt++) {
            URI base = access.urls().get(attempt % access.urls().size());
            URI url = at(base, path);
            String trouble;
            IOException cause = null;
            try {
                Answer answer = askOnce(method, url, body);
                if (answer.status() / 100 != 5 && answer.status() != TOO_MANY_REQUESTS) {
                    return answer;
                }
                trouble = "The schema registry is unavailable: " + answer.inWords() + asked(attempt, waited);
            } catch (IOException e) {
                trouble = "The schema registry does not answer: " + silence(base, e) + asked(attempt, waited) + " "
                        + access.tls().advice(base, e);
                cause = e;
            } catch (Unresolved e) {
                throw new RegistryFailure(e.getMessage(), e);
            } catch (InterruptedException e) {
                throw interrupted(url, e);
            }
            if (waited.compareTo(access.patience()) >= 0) {
                throw new RegistryFailure(trouble, cause);
            }
            Duration left = access.patience().minus(waited);
            Duration length = next.compareTo(left) < 0 ? next : left;
            try {
                pause.of(length);
            } catch (InterruptedException e) {
                throw interrupted(url, e);
            }
            waited = waited.plus(length);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Answer askOnce(String method, URI url, JsonNode body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(longestAnswer)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, publisher);
        access.login().authorization().ifPresent(login -> logIn(request, login));
        HttpResponse<String> response = whole(client.sendAsync(request.build(), start -> new BoundedBody()));
        return new Answer(
                response.statusCode(),
                parsed(response.body()),
                response.headers().firstValue("Location").orElse(null),
                url);
    }

    private static void logIn(HttpRequest.Builder request, String login) {
        try {
            request.header("Authorization", login);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message holds the secret.
            throw new RegistryFailure(
                    "The token for the schema registry contains a character that a header cannot have,"
                            + " such as a line break. Correct registry.token.");
        }
    }

    /** The client's own timeout ends with the headers, so an endless body would block for ever. */
    private <T> T whole(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(2 * longestAnswer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the response does not end");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private String silence(URI base, IOException e) {
        if (e instanceof HttpTimeoutException) {
            return base + " does not answer within " + inWords(longestAnswer);
        }
        if (e instanceof ConnectException) {
            return isAbout(e, UnresolvedAddressException.class)
                    ? "there is no host " + base.getHost()
                    : "nothing listens at " + base;
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return (e instanceof SSLException ? "no secure connection to " : "no answer from ") + base + " (" + why + ")";
    }

    private static String asked(int attempt, Duration waited) {
        return attempt == 0 ? "." : ". Tried " + (attempt + 1) + " times in " + inWords(waited) + ".";
    }

    private static boolean isAbout(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String inWords(Duration length) {
        return length.toMillis() % 1_000 == 0 ? length.toSeconds() + " s" : length.toMillis() + " ms";
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static URI at(URI base, String path) {
        String address = base.toString();
        return URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path);
    }

    private static RegistryFailure interrupted(URI url, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RegistryFailure("Interrupted while asking the schema registry at " + url, cause);
    }
}
