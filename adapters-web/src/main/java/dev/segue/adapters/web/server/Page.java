package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/** A running server of the page, which shows the contents of a {@link Memory}. */
public final class Page implements AutoCloseable {

    private static final int LARGEST_REQUEST = 16 * 1024;

    /** A larger header ends the connection without an answer, so this is far more than any valid address needs. */
    private static final int LARGEST_HEADER = 64 * 1024;

    private static final int MOST_HEADERS = 64;

    private final Undertow server;
    private final Live live;
    private final PageSettings settings;

    private Page(Undertow server, Live live, PageSettings settings) {
        this.server = server;
        this.live = live;
        this.settings = settings;
    }

    /**
     * Starts to serve, by the clock of this machine.
     *
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Page serve(Memory memory, PageSettings settings) throws CannotServe {
        return serve(memory, settings, new PageMetrics());
    }

    /**
     * Starts to serve, by the clock of this machine.
     *
     * @param metrics what is known already about how the page is doing; of this page alone
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Page serve(Memory memory, PageSettings settings, PageMetrics metrics) throws CannotServe {
        return serve(memory, settings, metrics, null);
    }

    /**
     * Starts to serve, by the clock of this machine.
     *
     * @param metrics what is known already about how the page is doing; of this page alone
     * @param notes stores what is noted about incidents; null if the page is read-only
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Page serve(Memory memory, PageSettings settings, PageMetrics metrics, NoteWriter notes)
            throws CannotServe {
        return serve(memory, settings, metrics, notes, InstantSource.system());
    }

    /**
     * Starts to serve.
     *
     * @param clock the wall clock, which decides what is old
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Page serve(Memory memory, PageSettings settings, InstantSource clock) throws CannotServe {
        return serve(memory, settings, new PageMetrics(), null, clock);
    }

    /**
     * Starts to serve.
     *
     * @param metrics what is known already about how the page is doing; of this page alone
     * @param notes stores what is noted about incidents; null if the page is read-only
     * @param clock the wall clock, which decides what is old
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Page serve(
            Memory memory, PageSettings settings, PageMetrics metrics, NoteWriter notes, InstantSource clock)
            throws CannotServe {
        Json json = new Json();
        Traffic traffic = new Traffic();
        Live live = new Live(memory, clock, json, traffic);
        metrics.watch(memory, live, traffic);
        Assets assets = new Assets(notes != null);
        PathHandler paths = new PathHandler(traffic.counting(assets))
                .addExactPath(Api.DOCUMENT, traffic.counting(ApiDocument.handler(json, notes != null)))
                .addPrefixPath(Api.LIVE, live.handler())
                .addPrefixPath(Api.ROOT, traffic.counting(new BlockingHandler(new Snapshots(memory, clock, json))))
                .addExactPath(Api.ROOT, traffic.counting(assets));
        new Probes(memory, live, metrics).addTo(paths);
        if (notes != null) {
            paths.addExactPath(
                    Api.NOTES, traffic.counting(new BlockingHandler(new NoteTaking(memory, notes, clock, json))));
        }
        HttpHandler guarded = new Answers(notes == null ? null : Api.NOTES, new Guard(settings, paths));
        Undertow server = Undertow.builder()
                .addHttpListener(settings.port(), settings.address())
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) LARGEST_REQUEST)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LARGEST_HEADER)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setHandler(guarded)
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            live.close();
            throw new CannotServe(
                    "The page cannot be served at " + settings.address() + ":" + settings.port() + " ("
                            + rootOf(e).getMessage() + "). Another process may be using it: choose another port.",
                    e);
        }
        live.begin();
        return new Page(server, live, settings);
    }

    /** The address for a browser on this machine, without the token. */
    public String url() {
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        boolean everywhere = bound.getAddress().isAnyLocalAddress();
        String host = everywhere ? PageSettings.LOOPBACK : settings.address();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort() + "/";
    }

    /** Stops the server and ends all connections. */
    @Override
    public void close() {
        live.close();
        server.stop();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
