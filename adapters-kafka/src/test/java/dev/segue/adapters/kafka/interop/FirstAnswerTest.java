package dev.segue.adapters.kafka.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAnswerTest {

    private final AtomicInteger questions = new AtomicInteger();
    private HttpServer server;

    /** Never answers the first request, answers the second with an error, and all others successfully. */
    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int question = questions.incrementAndGet();
            if (question > 1) {
                exchange.sendResponseHeaders(question == 2 ? 503 : 200, -1);
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void an_answer_that_does_not_come_and_one_that_is_bad_are_waited_out() throws InterruptedException {
        assertThat(answer().within(Duration.ofMinutes(3), Duration.ofMillis(300), () -> true))
                .isTrue();
        assertThat(questions).hasValue(3);
    }

    @Test
    void a_server_that_has_ended_is_not_waited_for() throws InterruptedException {
        assertThat(answer().within(Duration.ofMinutes(3), Duration.ofMinutes(3), () -> false))
                .isFalse();
        assertThat(questions).hasValue(0);
    }

    private FirstAnswer answer() {
        return FirstAnswer.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
