package dev.segue.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    @TempDir
    Path directory;

    @Test
    void refuses_an_incompatible_schema_and_is_gone_once_closed() throws Exception {
        URI versions;
        try (Registry registry = Registry.start(LoopbackPorts.ANY, directory.resolve("registry.log"))) {
            versions = URI.create(registry.url() + "/subjects/songs-value/versions");

            assertThat(post(versions, "{\\\"name\\\":\\\"title\\\",\\\"type\\\":\\\"string\\\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(versions, "{\\\"name\\\":\\\"length\\\",\\\"type\\\":\\\"long\\\"}")
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThatThrownBy(() -> post(versions, "")).isInstanceOf(ConnectException.class);
    }

    @Test
    void says_so_when_the_port_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Registry.start(other.getLocalPort(), directory.resolve("registry.log")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " for the schema registry cannot be used");
        }
    }

    @Test
    void says_so_when_its_log_cannot_be_written() {
        assertThatThrownBy(() -> Registry.start(LoopbackPorts.ANY, directory.resolve("absent/registry.log")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The schema registry cannot be started (");
    }

    private static HttpResponse<String> post(URI versions, String field) throws IOException, InterruptedException {
        String schema = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Song\\\",\\\"fields\\\":[" + field + "]}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(versions)
                                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                .POST(BodyPublishers.ofString("{\"schema\": \"" + schema + "\"}"))
                                .build(),
                        BodyHandlers.ofString());
    }
}
