package dev.segue.adapters.kafka.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.RegistryInMemory;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.codec.WildRecords;
import dev.segue.contracts.SessionRevision;
import dev.segue.domain.fixture.Fuzz;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a registry answers, there is a schema, or the failure that its interface declares. */
class HostileRegistryTest {

    private static final int ATTEMPTS = 2_000;

    private static final Schema OURS = SessionRevision.getClassSchema();

    private static final List<String> SCHEMAS = List.of(
            OURS.toString(),
            OURS.toString().replace("\"name\":\"revision\"", "\"name\":\"version\",\"aliases\":[\"revision\"]"),
            "{\"type\":\"record\",\"name\":\"T\",\"fields\":[{\"name\":\"t\",\"type\":[\"null\",\"T\"]}]}",
            "{\"type\":\"array\",\"items\":".repeat(300) + "\"int\"" + "}".repeat(300));

    private static final List<byte[]> ANSWERS = List.of(
            response("200 OK", bodyOf(OURS.toString())),
            response("200 OK", "{\"id\":1,\"version\":1}"),
            response("200 OK", "{\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}"),
            response(
                    "200 OK",
                    "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"a.B\",\"subject\":\"b\",\"version\":1}]}"),
            response("404 Not Found", "{\"error_code\":40403,\"message\":\"Schema not found\"}"),
            response("409 Conflict", "{\"error_code\":409,\"message\":\"Incompatible\"}"),
            response("301 Moved Permanently\r\nLocation: http://other/", ""),
            response("503 Service Unavailable", "<html>"));

    private ServerSocket server;
    private RegistryRequests requests;
    private volatile byte[] answer;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "hostile registry");
        thread.setDaemon(true);
        thread.start();
        requests = new RegistryRequests(
                RegistryAccess.at("http://127.0.0.1:" + server.getLocalPort()).withPatience(Duration.ZERO),
                length -> {},
                Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void answers() {
        Fuzz.of("ConfluentRegistry", ATTEMPTS, input -> {
            SchemaRegistry registry = registry();
            answer = input.bytesLike(ANSWERS);
            try {
                if (input.random().nextBoolean()) {
                    registry.idOf("s", OURS);
                } else {
                    assertThat(registry.schemaOf(1)).isNotNull();
                }
                return true;
            } catch (RegistryFailure | UnknownSchema e) {
                assertThat(e.getMessage()).isNotBlank();
                return false;
            }
        });
    }

    @Test
    void schemas_of_writers() {
        RegistryInMemory ours = new RegistryInMemory();
        Fuzz.of("RecordReader under another schema", ATTEMPTS, input -> {
            byte[] wild = WildRecords.of(ours, OURS, input);
            byte[] value = input.random().nextBoolean() ? input.given(wild) : input.bytesLike(List.of(wild));
            answer = response("200 OK", bodyOf(input.textLike(SCHEMAS)));
            RecordReader<SessionRevision> reader = new RecordReader<>(registry(), OURS);
            try {
                assertThat(reader.read(value)).isNotNull();
                return true;
            } catch (UnusableRecord | RegistryFailure e) {
                assertThat(e.getMessage()).isNotBlank();
                return false;
            }
        });
    }

    private SchemaRegistry registry() {
        return new ConfluentRegistry(requests, true, System::nanoTime);
    }

    /** One request for each connection, until the server is closed. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                BufferedReader request = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
                int body = 0;
                for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
                    body = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : body;
                }
                for (int i = 0; i < body; i++) {
                    request.read();
                }
                client.getOutputStream().write(answer);
            } catch (IOException e) {
                // The client has hung up, or the server is closed.
            }
        }
    }

    private static byte[] response(String status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body).getBytes(UTF_8);
    }

    private static String bodyOf(String schema) {
        return RegistryRequests.JSON.createObjectNode().put("schema", schema).toString();
    }
}
