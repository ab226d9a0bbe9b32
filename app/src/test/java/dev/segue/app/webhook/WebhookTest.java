package dev.segue.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.segue.adapters.kafka.secret.Secret;
import dev.segue.app.webhook.Webhook.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One attempt to post: what proves that it comes from us, and what the answer means. */
class WebhookTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    private final List<Headers> received = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private HttpServer server;
    private volatile int answer = 204;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    /** The digest is that of: printf '1700000000.{"text":"ü"}' | openssl dgst -sha256 -hmac a-key-of-a-receiver. */
    @Test
    void a_post_is_signed_with_its_time() throws Exception {
        post(new Credentials(Optional.empty(), Optional.of(new Secret("a-key-of-a-receiver")), CLOCK));

        assertThat(received.get(0).get(Credentials.SIGNATURE))
                .containsExactly("t=1700000000,v1=3597db3dee5fe45856e466986699362eeea3a4e644385f93beb2f389b7b92ed4");
        assertThat(received.get(0).get("Authorization")).isNull();
    }

    @Test
    void an_authorization_in_a_file_is_read_for_each_post() throws Exception {
        Path file = Files.writeString(folder.resolve("authorization"), "Bearer first\n");
        Webhook webhook =
                webhook(new Credentials(Optional.of(new Secret("${FILE:" + file + "}")), Optional.empty(), CLOCK));

        webhook.post("{}");
        Files.writeString(file, "Bearer second\n");
        webhook.post("{}");

        assertThat(received)
                .extracting(headers -> headers.getFirst("Authorization"))
                .containsExactly("Bearer first", "Bearer second");
        assertThat(received).noneMatch(headers -> headers.containsKey(Credentials.SIGNATURE));
    }

    @Test
    void an_authorization_that_cannot_be_sent_is_not_shown() throws Exception {
        Path none = folder.resolve("none");
        Webhook broken = webhook(new Credentials(Optional.of(new Secret("Bearer a\nb")), Optional.empty(), CLOCK));
        Webhook without =
                webhook(new Credentials(Optional.of(new Secret("${FILE:" + none + "}")), Optional.empty(), CLOCK));

        assertThat(broken.post("{}")).isEqualTo(Answer.NOT_NOW);
        assertThat(broken.lastProblem())
                .isEqualTo(
                        "webhook.secret is empty, or webhook.authorization contains a character that a header cannot have");
        assertThat(without.post("{}")).isEqualTo(Answer.NOT_NOW);
        assertThat(without.lastProblem()).contains("the file " + none + ", which does not exist");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "204, TAKEN",
        "302, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "405, REFUSED",
        "410, REFUSED",
        "400, NEVER",
        "413, NEVER",
        "422, NEVER",
        "408, NOT_NOW",
        "425, NOT_NOW",
        "429, NOT_NOW",
        "500, NOT_NOW",
        "503, NOT_NOW"
    })
    void each_answer_has_a_meaning(int status, Answer meaning) throws Exception {
        answer = status;

        assertThat(post(Credentials.NONE)).isEqualTo(meaning);
    }

    private Answer post(Credentials credentials) throws InterruptedException {
        return webhook(credentials).post("{\"text\":\"ü\"}");
    }

    private Webhook webhook(Credentials credentials) {
        return new Webhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"),
                Duration.ofSeconds(60),
                credentials);
    }
}
