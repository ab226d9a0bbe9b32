package dev.segue.app.webhook;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the incidents that a courier has carried since it started. One thread writes, any reads. */
final class Deliveries {

    private static final long NOTHING = Long.MIN_VALUE;

    private final InstantSource clock;
    private final AtomicLong posted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unusable = new AtomicLong();
    private volatile long inHandSince = NOTHING;
    private volatile long activeAt;
    private volatile boolean joined;

    /** Nothing was carried yet. */
    Deliveries(InstantSource clock) {
        this.clock = clock;
        this.activeAt = clock.millis();
    }

    /** The courier knows which partitions are its own. */
    void joined() {
        joined = true;
    }

    /** The courier is at work. */
    void active() {
        activeAt = clock.millis();
    }

    /**
     * A message is to be posted.
     *
     * @param since when it was written, in epoch milliseconds
     */
    void begun(long since) {
        inHandSince = since;
    }

    /** An attempt failed, and will be repeated. */
    void failed() {
        failed.incrementAndGet();
    }

    /** The webhook has taken the message. */
    void posted() {
        posted.incrementAndGet();
    }

    /** The webhook will never take the message, so it was skipped. */
    void refused() {
        refused.incrementAndGet();
    }

    /** A record was not an incident, so it was skipped. */
    void unusable() {
        unusable.incrementAndGet();
    }

    /** The message is done, or another courier has it now. */
    void ended() {
        inHandSince = NOTHING;
    }

    /** What there is to say at this moment. */
    Status status() {
        long now = clock.millis();
        long since = inHandSince;
        return new Status(
                posted.get(),
                failed.get(),
                refused.get(),
                unusable.get(),
                since == NOTHING ? 0 : Math.max(0, now - since),
                now - activeAt,
                joined);
    }

    /**
     * A moment.
     *
     * @param posted messages that were taken
     * @param failed attempts that failed, and were or will be repeated
     * @param refused messages that were skipped because the webhook will never take them
     * @param unusable records that were skipped because they are not incidents
     * @param waitingMs how long ago the message that is being posted was written; 0 when there is none
     * @param inactiveMs how long ago the courier last gave a sign of life
     * @param joined whether the courier knows which partitions are its own
     */
    record Status(
            long posted, long failed, long refused, long unusable, long waitingMs, long inactiveMs, boolean joined) {}
}
