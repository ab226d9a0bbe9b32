package dev.segue.app.demo;

import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.LogFile;
import dev.segue.app.simulate.Performance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Shows a performance while it goes on, and afterwards waits until the job has caught up with it. */
final class Show {

    private static final long BETWEEN_FRAMES_MS = 250;
    private static final long RATE_OVER_MS = 2_000;
    private static final long PATIENCE_MS = 60_000;

    private record Sample(long at, long records) {}

    private final DemoPlan plan;
    private final Screen screen;
    private final StopSignal stop;
    private final Stack stack;
    private final RunningJob job;
    private final OutputTopics output;
    private final Performance performance;
    private final List<String> addresses;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long begun = System.nanoTime();

    Show(
            DemoPlan plan,
            Screen screen,
            StopSignal stop,
            Stack stack,
            RunningJob job,
            OutputTopics output,
            Performance performance,
            List<String> addresses) {
        this.plan = plan;
        this.screen = screen;
        this.stop = stop;
        this.stack = stack;
        this.job = job;
        this.output = output;
        this.performance = performance;
        this.addresses = addresses;
    }

    /**
     * Watches until the time is over or the demo is told to stop.
     *
     * @throws CommandFailure when something breaks down meanwhile
     */
    Outcome watch() throws InterruptedException {
        while (!stop.given() && !isOver()) {
            screen.show(scene(), addresses);
            requireAllWell();
            stop.await(BETWEEN_FRAMES_MS);
        }
        performance.stop();
        requireAllWell();
        boolean whole = !stop.given() && caughtUp();
        return new Outcome(performance.sent(), output.seen(), whole || !stop.given());
    }

    private boolean isOver() {
        return plan.length() != null && elapsedMs() >= plan.length().toMillis();
    }

    /** Waits until everything that was sent has been read, and everything that came of it is on the topics. */
    private boolean caughtUp() throws InterruptedException {
        long deadline = elapsedMs() + PATIENCE_MS;
        long records = performance.sent().records();
        long knownAt = Long.MAX_VALUE;
        while (!stop.given() && elapsedMs() < deadline) {
            Reckoning account = output.seen().account();
            if (knownAt == Long.MAX_VALUE && account.read() >= records && account.balances()) {
                knownAt = System.nanoTime();
            }
            if (output.caughtUpAt() > knownAt) {
                return true;
            }
            screen.show(scene(), addresses);
            requireAllWell();
            stop.await(BETWEEN_FRAMES_MS);
        }
        return false;
    }

    private Scene scene() {
        long now = elapsedMs();
        samples.addLast(new Sample(now, performance.sent().records()));
        while (samples.size() > 2 && samples.getFirst().at() < now - RATE_OVER_MS) {
            samples.removeFirst();
        }
        long over = Math.max(1, now - samples.getFirst().at());
        long perSecond = (performance.sent().records() - samples.getFirst().records()) * 1_000 / over;
        return new Scene(
                now,
                plan.length() == null ? null : plan.length().toMillis(),
                performance.simulatedTime(),
                plan.speed(),
                performance.sent(),
                perSecond,
                output.seen());
    }

    private long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private void requireAllWell() throws InterruptedException {
        requireWell("Kafka", stack.kafka().failure());
        requireWell("The audience", performance.failure());
        requireWell("The reader of the output topics", output.failure());
        requireWell("The job", job.failure());
    }

    private static void requireWell(String who, Optional<String> failure) {
        if (failure.isPresent()) {
            throw new CommandFailure(who + " has broken down: " + failure.get() + ". " + LogFile.details());
        }
    }
}
