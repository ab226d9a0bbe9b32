package dev.segue.adapters.kafka.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A server with scripted answers, which records its requests. */
final class ScriptedRegistry {

    private record Reply(int status, String body, Map<String, String> headers, boolean isWhole) {}

    private final HttpServer server;
    private final Map<String, List<Reply>> replies = Collections.synchronizedMap(new HashMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<String, String> otherwise;
    private final List<String> logins = Collections.synchronizedList(new ArrayList<>());

    ScriptedRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Scripts a reply to a request; several replies to one request are given in turn, the last one for ever. */
    ScriptedRegistry on(String question, int status, String body) {
        return on(question, new Reply(status, body, Map.of(), true));
    }

    /** Scripts a redirect. */
    ScriptedRegistry onRedirecting(String question, int status, String location) {
        return on(question, new Reply(status, "", Map.of("Location", location), true));
    }

    /** Scripts a reply that begins and never ends. */
    ScriptedRegistry onWithoutEnd(String question) {
        return on(question, new Reply(200, "{", Map.of(), false));
    }

    /** Answers every request for which there is no script. */
    ScriptedRegistry otherwise(Function<String, String> answer) {
        otherwise = answer;
        return this;
    }

    private ScriptedRegistry on(String question, Reply reply) {
        replies.computeIfAbsent(question, q -> Collections.synchronizedList(new ArrayList<>()))
                .add(reply);
        return this;
    }

    RegistryAccess access() {
        return RegistryAccess.at(url());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    /** All requests, as "METHOD path body". */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The Authorization header of each request. */
    List<String> logins() {
        return List.copyOf(logins);
    }

    void stop() {
        server.stop(0);
    }

    private Reply unscripted(String question) {
        return otherwise == null
                ? new Reply(500, "no scripted reply", Map.of(), true)
                : new Reply(200, otherwise.apply(question), Map.of(), true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replaceFirst("^/base", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body.isEmpty() ? question : question + " " + body);
        logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        List<Reply> left = replies.getOrDefault(question, List.of());
        Reply reply = left.isEmpty() ? unscripted(question) : left.size() > 1 ? left.remove(0) : left.get(0);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (!reply.isWhole()) {
            exchange.sendResponseHeaders(reply.status(), bytes.length + 1);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
