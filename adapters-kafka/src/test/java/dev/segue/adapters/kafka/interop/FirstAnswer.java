package dev.segue.adapters.kafka.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for the first successful answer of a starting server; slow and failed ones before it do not count. */
record FirstAnswer(URI of) {

    static FirstAnswer of(URI url) {
        return new FirstAnswer(url);
    }

    /**
     * Whether it came.
     *
     * @param longest how long to keep trying
     * @param oneAnswer how long to wait for one answer before trying again
     * @param isAlive whether to keep trying at all
     */
    boolean within(Duration longest, Duration oneAnswer, BooleanSupplier isAlive) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(of).timeout(oneAnswer).build();
        long end = System.nanoTime() + longest.toNanos();
        while (isAlive.getAsBoolean() && System.nanoTime() - end < 0) {
            try {
                if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                // Not available yet, or too slow.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }
}
