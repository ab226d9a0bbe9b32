package dev.segue.benchmarks.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.LongAdder;

/** A tab that has a view open: reads what it is sent, and counts the bytes. */
final class Tab implements AutoCloseable {

    private final String view;
    private final LongAdder bytes = new LongAdder();
    private final InputStream sent;

    /** Opens a view, such as {@code listener?id=anna}, of the page at this address. */
    Tab(HttpClient client, String page, String view) throws IOException, InterruptedException {
        this.view = view;
        sent = client.send(
                        HttpRequest.newBuilder(URI.create(page + "api/v1/live/" + view))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
        Thread reading = new Thread(this::read, "a tab");
        reading.setDaemon(true);
        reading.start();
    }

    String view() {
        return view;
    }

    long bytes() {
        return bytes.sum();
    }

    @Override
    public void close() throws IOException {
        sent.close();
    }

    private void read() {
        byte[] some = new byte[1 << 16];
        try {
            for (int read = sent.read(some); read >= 0; read = sent.read(some)) {
                bytes.add(read);
            }
        } catch (IOException e) {
            if (!"closed".equals(e.getMessage())) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
