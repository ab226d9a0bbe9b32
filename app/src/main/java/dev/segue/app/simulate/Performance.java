package dev.segue.app.simulate;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets an audience report to Kafka at a pace, until it is told to stop. */
public final class Performance {

    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Audience audience;
    private final Pace pace;
    private final Clock wallClock;
    private final PlaybackCodec codec;
    private final Outbox outbox;
    private final Thread thread = new Thread(this::perform, "the audience");

    private volatile boolean stopping;
    private volatile Sent sent = Sent.NOTHING;
    private volatile String failure;

    private Performance(
            Audience audience,
            Pace pace,
            Clock wallClock,
            KafkaCluster cluster,
            SchemaRegistry registry,
            String topic) {
        this.audience = audience;
        this.pace = pace;
        this.wallClock = wallClock;
        this.codec = new PlaybackCodec(registry, topic);
        this.outbox = new Outbox(cluster, topic);
    }

    /**
     * Begins to report, in a thread of its own.
     *
     * @param topic of playback events
     */
    public static Performance begin(
            Audience audience,
            Pace pace,
            Clock wallClock,
            KafkaCluster cluster,
            SchemaRegistry registry,
            String topic) {
        Performance performance = new Performance(audience, pace, wallClock, cluster, registry, topic);
        performance.thread.setDaemon(true);
        performance.thread.start();
        return performance;
    }

    /** What has been sent so far; all of it is with the broker once {@link #stop} has returned. */
    public Sent sent() {
        return sent;
    }

    /** What time it is for the audience, in epoch milliseconds. */
    public long simulatedTime() {
        return pace.simulatedAt(wallClock.millis());
    }

    /** Why it has ended before it was told to; empty when it has not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends it; returns once everything that was sent is with the broker, or has failed. */
    public void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void perform() {
        try (outbox) {
            while (!stopping) {
                Upload upload = audience.next();
                awaitTime(upload.arrivesAt());
                if (!stopping) {
                    outbox.send(upload.listener(), bytesOf(upload));
                    sent = sent.and(upload.kind());
                }
            }
            outbox.flush();
        } catch (RuntimeException e) {
            failure = e.getMessage();
        }
    }

    private void awaitTime(long simulated) {
        while (!stopping && simulatedTime() < simulated) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    private byte[] bytesOf(Upload upload) {
        if (upload instanceof Upload.Garbage garbage) {
            return garbage.text().getBytes(StandardCharsets.ISO_8859_1);
        }
        return codec.encode(((Upload.Report) upload).event());
    }
}
