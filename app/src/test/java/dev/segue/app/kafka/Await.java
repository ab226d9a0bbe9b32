package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Waits for a condition, up to a deadline far longer than a healthy run needs. */
final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private Await() {}

    static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited too long until " + what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }
}
