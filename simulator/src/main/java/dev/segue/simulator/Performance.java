package dev.segue.simulator;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.audience.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Sends an audience's uploads to Kafka at a pace, until there are no more or it is stopped. */
public final class Performance {

    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /**
     * A report from days ago is certainly late once the acceptance clock is at most this far behind its arrival: such a
     * report is at least 36 h old, and the default allowed lateness is 24 h.
     */
    private static final long SURELY_LATE_MS = 12 * 3_600_000L;

    private static final long A_DAY_MS = 24 * 3_600_000L;

    private final Audience audience;
    private final Pace pace;
    private final LongSupplier acceptanceClock;
    private final Deque<Upload> heldBack = new ArrayDeque<>();
    private final PlaybackCodec codec;
    private final Outbox outbox;
    private final Thread thread = new Thread(this::perform, "the audience");

    private boolean everybodyHasGone;
    private volatile boolean stopping;
    private volatile boolean complete;
    private volatile Sent sent = Sent.NOTHING;
    private volatile long simulatedTime;
    private volatile String failure;

    private Performance(
            Audience audience,
            Pace pace,
            LongSupplier acceptanceClock,
            KafkaCluster cluster,
            SchemaRegistry registry,
            String topic) {
        this.audience = audience;
        this.pace = pace;
        this.acceptanceClock = acceptanceClock == null ? this::clockAsGuessed : acceptanceClock;
        this.codec = new PlaybackCodec(registry, topic);
        this.outbox = new Outbox(cluster, topic);
    }

    /**
     * Starts sending, in a thread of its own.
     *
     * @param acceptanceClock the reading job's last known clock, in epoch milliseconds: reports from days ago are held
     *     back until they are certainly late. Null when it is unknown: then they are held back until the job must have
     *     read events half a day newer, or to the end.
     * @param topic of playback events
     */
    public static Performance begin(
            Audience audience,
            Pace pace,
            LongSupplier acceptanceClock,
            KafkaCluster cluster,
            SchemaRegistry registry,
            String topic) {
        Performance performance = new Performance(audience, pace, acceptanceClock, cluster, registry, topic);
        performance.thread.setDaemon(true);
        performance.thread.start();
        return performance;
    }

    /**
     * What has been sent so far; the broker has all of it once {@link #isComplete} is true or {@link #stop} has
     * returned.
     */
    public Sent sent() {
        return sent;
    }

    /** The latest arrival time among the records sent, in simulated time: epoch milliseconds; 0 before the first. */
    public long simulatedTime() {
        return simulatedTime;
    }

    /** Whether everything has been sent and the broker has it. */
    public boolean isComplete() {
        return complete;
    }

    /** Why it ended early; empty when it did not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits for its end, at most that long. */
    public void await(long ms) throws InterruptedException {
        thread.join(ms);
    }

    /** Stops it; returns once the broker has everything that was sent, or sending has failed. */
    public void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void perform() {
        try (outbox) {
            Optional<Upload> next = audience.next();
            while (next.isPresent() && awaitTime(next.get())) {
                Upload upload = next.get();
                if (upload.kind() == Upload.Kind.DAYS_OLD) {
                    heldBack.add(upload);
                } else {
                    send(upload);
                }
                sendWhatIsLate();
                next = audience.next();
            }
            everybodyHasGone = next.isEmpty();
            awaitWhatIsHeldBack();
            outbox.flush();
            complete = next.isEmpty() && heldBack.isEmpty();
        } catch (RuntimeException e) {
            failure = e.getMessage();
        }
    }

    private void send(Upload upload) {
        outbox.send(upload.listener(), bytesOf(upload));
        sent = sent.and(upload.kind());
        simulatedTime = Math.max(simulatedTime, upload.arrivesAt());
    }

    /** Waits until the upload is due; false when stopped before. */
    private boolean awaitTime(Upload upload) {
        long before = sent.records();
        while (!stopping && !pace.isDue(upload, before)) {
            sendWhatIsLate();
            LockSupport.parkNanos(NAP_NANOS);
        }
        return !stopping;
    }

    private void sendWhatIsLate() {
        while (!heldBack.isEmpty()
                && acceptanceClock.getAsLong() >= heldBack.peek().arrivesAt() - SURELY_LATE_MS) {
            send(heldBack.remove());
        }
    }

    private long clockAsGuessed() {
        return everybodyHasGone ? Long.MAX_VALUE : simulatedTime - A_DAY_MS;
    }

    private void awaitWhatIsHeldBack() {
        while (!stopping && !heldBack.isEmpty()) {
            sendWhatIsLate();
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
