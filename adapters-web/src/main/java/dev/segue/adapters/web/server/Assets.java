package dev.segue.adapters.web.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Serves the files of the page: our own, those of two libraries, and the document that it links to. All are in memory; no other file is served. */
final class Assets implements HttpHandler {

    private record Asset(ByteBuffer bytes, String type) {}

    private static final String OURS = "/dev/segue/adapters/web/assets/";
    private static final String DOCS = "/dev/segue/adapters/web/docs/";
    private static final String LIBRARY = "/META-INF/resources/webjars/%s/%s/dist/";
    private static final String LIBRARY_VERSION = "/META-INF/maven/org.webjars.npm/%s/pom.properties";

    private static final String NO_NOTES = "data-notes=\"off\"";
    private static final String NOTES = "data-notes=\"on\"";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> byPath = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param takesNotes whether the page offers to write notes
     */
    Assets(boolean takesNotes) {
        String page = StandardCharsets.UTF_8.decode(read(OURS + "index.html")).toString();
        ByteBuffer told = StandardCharsets.UTF_8.encode(takesNotes ? page.replace(NO_NOTES, NOTES) : page);
        byPath.put("/", new Asset(told, HTML));
        byPath.put(Api.ROOT, new Asset(read(OURS + "api.html"), HTML));
        add(OURS, "/page/", STYLE, "page.css");
        add(
                OURS,
                "/page/",
                SCRIPT,
                "page.js",
                "alerts.js",
                "api.js",
                "chart.js",
                "dom.js",
                "download.js",
                "edition.js",
                "fresh.js",
                "health.js",
                "incident.js",
                "insights.js",
                "listener.js",
                "live.js",
                "lost.js",
                "normal.js",
                "note.js",
                "now.js",
                "patch.js",
                "playlists.js",
                "subjects.js",
                "time.js",
                "tracks.js",
                "words.js");
        add(OURS, "/page/", "image/svg+xml", "icon.svg");
        add(DOCS, "/docs/", "text/plain; charset=utf-8", "alerts.md");
        add(library("preact"), "/drawing/", SCRIPT, "preact.module.js");
        String charts = library("uplot");
        add(charts, "/charts/", SCRIPT, "uPlot.esm.js");
        add(charts, "/charts/", STYLE, "uPlot.min.css");
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Asset asset = byPath.get(exchange.getRequestPath());
        if (asset == null) {
            Problem.send(exchange, StatusCodes.NOT_FOUND, "There is nothing here. The page is at /.");
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, asset.type());
        exchange.getResponseSender().send(asset.bytes().duplicate());
    }

    private void add(String folder, String path, String type, String... names) {
        for (String name : names) {
            byPath.put(path + name, new Asset(read(folder + name), type));
        }
    }

    /** The folder of a library, in the version that the build chose. */
    private static String library(String name) {
        Properties properties = new Properties();
        try (InputStream in = open(LIBRARY_VERSION.formatted(name))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LIBRARY.formatted(name, properties.getProperty("version"));
    }

    private static ByteBuffer read(String resource) {
        try (InputStream in = open(resource)) {
            return ByteBuffer.wrap(in.readAllBytes()).asReadOnlyBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the page is incomplete: " + resource + " is not on the class path");
        }
        return in;
    }
}
