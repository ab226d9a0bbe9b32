package dev.segue.demo;

import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.LogFile;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.demo.screen.Scene;
import dev.segue.demo.screen.Screen;
import dev.segue.demo.screen.StopSignal;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Sentence;
import dev.segue.simulator.Performance;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.StagedMonday;
import dev.segue.simulator.verification.Accounting;
import dev.segue.simulator.verification.Findings;
import dev.segue.simulator.verification.IncidentCheck;
import dev.segue.simulator.verification.OutputTopics;
import dev.segue.simulator.verification.Outputs;
import dev.segue.simulator.verification.PlaysCheck;
import dev.segue.simulator.verification.RowCheck;
import dev.segue.simulator.verification.SessionCheck;
import dev.segue.simulator.verification.TrackCheck;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Shows a performance in progress, and afterwards waits until the jobs have caught up with it. */
final class Show {

    private static final long BETWEEN_FRAMES_MS = 250;

    /** Querying Flink is more expensive than drawing a frame. */
    private static final long BETWEEN_LOOKS_AT_JOBS_MS = 2_000;

    /**
     * Output becomes visible when it is committed; at the default speed, that is every twenty minutes of simulated
     * time.
     */
    private static final long BETWEEN_CHECKPOINTS_MS = 4_000;

    /** To compare everything takes about a second, and what it waits for needs the processor, too. */
    private static final long BETWEEN_FINDINGS_MS = 5_000;

    private static final long RATE_OVER_MS = 2_000;
    private static final long PATIENCE_MS = 120_000;
    private static final long PATIENCE_FOR_INCIDENTS_MS = 60_000;

    private record Sample(long at, long records) {}

    private final DemoRequest asked;
    private final Script script;
    private final Screen screen;
    private final StopSignal stop;
    private final Stack stack;
    private final RunningJobs jobs;
    private final OutputTopics output;
    private final Tally tally;
    private final Outputs outputs;
    private final Performance performance;
    private final LongSupplier simulatedTime;
    private final BooleanSupplier timeFlies;
    private final Path savepoints;
    private final List<String> addresses;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long begun = System.nanoTime();
    private long jobsSeenAt = -BETWEEN_LOOKS_AT_JOBS_MS;
    private long checkpointAt;

    /**
     * A show.
     *
     * @param outputs what the output topics have, for a comparison in the end; null for an audience without an end
     * @param timeFlies whether simulated time runs faster than real time: then the show triggers more checkpoints
     */
    Show(
            DemoRequest asked,
            Script script,
            Screen screen,
            StopSignal stop,
            Stack stack,
            RunningJobs jobs,
            OutputTopics output,
            Tally tally,
            Outputs outputs,
            Performance performance,
            LongSupplier simulatedTime,
            BooleanSupplier timeFlies,
            Path savepoints,
            List<String> addresses) {
        this.asked = asked;
        this.script = script;
        this.screen = screen;
        this.stop = stop;
        this.stack = stack;
        this.jobs = jobs;
        this.output = output;
        this.tally = tally;
        this.outputs = outputs;
        this.performance = performance;
        this.simulatedTime = simulatedTime;
        this.timeFlies = timeFlies;
        this.savepoints = savepoints;
        this.addresses = addresses;
    }

    /**
     * Watches until the time is over or the demo is stopped.
     *
     * @throws CommandFailure when something fails in the meantime
     */
    Outcome watch() throws InterruptedException {
        while (!stop.given() && !isOver()) {
            look();
        }
        Findings findings = stop.given() ? null : verified();
        performance.stop();
        return new Outcome(performance.sent(), tally.snapshot(), script, findings);
    }

    /**
     * Waits for the audience's end, drains the sessions job, and compares the results with the plan; null when stopped.
     */
    private Findings verified() throws InterruptedException {
        boolean complete = within(() -> performance.isComplete(), "the audience has sent everything")
                && within(() -> ledgerIsRead(), "everything sent is accounted for")
                && within(() -> mondayIsJudged(), "the alerts job has reached the end of the staged Monday");
        if (!complete) {
            return null;
        }
        awaitStagedIncidents();
        jobs.named(SessionsJob.REGISTRATION.name()).drain(savepoints);
        long drainedAt = System.nanoTime();
        boolean read = within(() -> output.caughtUpAt() > drainedAt, "all output of the sessions job has been read");
        return read ? findings() : null;
    }

    /**
     * Gives idle partitions time to be recognised as idle, so that the clock gets past the staged Monday: once the
     * sessions job has ended, no clock advances, and an open incident stays open. The findings report what is missing
     * then.
     */
    private void awaitStagedIncidents() throws InterruptedException {
        long deadline = elapsedMs() + PATIENCE_FOR_INCIDENTS_MS;
        while (!incidents().isGood() && elapsedMs() < deadline && !stop.given()) {
            look();
        }
    }

    private IncidentCheck incidents() {
        Scenario scenario = script.scenario();
        return IncidentCheck.of(outputs.incidents(), StagedMonday.in(scenario), scenario.end());
    }

    /** Gives the downstream jobs time to process the last output of the sessions job; null when stopped. */
    private Findings findings() throws InterruptedException {
        long deadline = elapsedMs() + PATIENCE_MS;
        Findings findings = found();
        while (!findings.areGood() && elapsedMs() < deadline && !stop.given()) {
            long nextAt = elapsedMs() + BETWEEN_FINDINGS_MS;
            while (elapsedMs() < nextAt && !stop.given()) {
                look();
            }
            findings = found();
        }
        return stop.given() ? null : findings;
    }

    private Findings found() {
        return Findings.of(
                accounting(),
                SessionCheck.of(script.sessions(), outputs.current(), Long.MAX_VALUE),
                outputs.revisions(),
                PlaysCheck.of(outputs.current(), outputs.plays()),
                RowCheck.of(outputs.current(), outputs.rows()),
                TrackCheck.of(outputs.current(), outputs.plays(), outputs.trackKpis()),
                incidents());
    }

    private Accounting accounting() {
        return new Accounting(
                performance.sent(),
                SessionsJob.REGISTRATION.name(),
                outputs.jobs(),
                outputs.late(),
                outputs.deadLettersOf(Topics.DEFAULT.playback()),
                true);
    }

    private boolean ledgerIsRead() {
        Ledger ledger = tally.snapshot().ledger();
        return ledger.read() >= performance.sent().records() && ledger.balances();
    }

    /** KPI windows that close only because the clock ends are not evaluated: they may be incomplete. */
    private boolean mondayIsJudged() {
        Scenario scenario = script.scenario();
        return StagedMonday.in(scenario)
                .filter(monday -> monday.isOverBy(scenario.end()))
                .map(monday -> clockOfAlerts() >= monday.overAt())
                .orElse(true);
    }

    private long clockOfAlerts() {
        return tally.snapshot().of(AlertsJob.REGISTRATION.name()).acceptanceClock();
    }

    /** Keeps showing until a condition is met, as long as something moves; false when stopped before. */
    private boolean within(BooleanSupplier isSo, String what) throws InterruptedException {
        long movedAt = elapsedMs();
        long moved = progress();
        while (!stop.given() && !isSo.getAsBoolean()) {
            long now = progress();
            if (now != moved) {
                moved = now;
                movedAt = elapsedMs();
            }
            if (elapsedMs() - movedAt > PATIENCE_MS) {
                throw new CommandFailure("Nothing has moved for " + PATIENCE_MS / 1_000 + " s, waiting until " + what
                        + ". " + LogFile.details());
            }
            look();
        }
        return !stop.given();
    }

    /** Changes whenever something was sent, read, or evaluated. */
    private long progress() {
        return performance.sent().records() + tally.snapshot().ledger().read() + clockOfAlerts();
    }

    private void look() throws InterruptedException {
        screen.show(scene(), addresses);
        requireAllWell();
        hurryJobs();
        stop.await(BETWEEN_FRAMES_MS);
    }

    private boolean isOver() {
        return asked.length() != null && elapsedMs() >= asked.length().toMillis();
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
                asked.length() == null ? null : asked.length().toMillis(),
                simulatedTime.getAsLong(),
                asked.speed(),
                performance.sent(),
                perSecond,
                tally.snapshot());
    }

    private long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private void requireAllWell() throws InterruptedException {
        requireWell("Kafka", stack.kafka().failure());
        requireWell("The audience", performance.failure());
        requireWell("The reader of the output topics", output.failure());
        if (elapsedMs() - jobsSeenAt >= BETWEEN_LOOKS_AT_JOBS_MS) {
            requireWell("A job", jobs.failure());
            jobsSeenAt = elapsedMs();
        }
    }

    private void hurryJobs() {
        if (timeFlies.getAsBoolean() && elapsedMs() - checkpointAt >= BETWEEN_CHECKPOINTS_MS) {
            jobs.checkpoint();
            checkpointAt = elapsedMs();
        }
    }

    private static void requireWell(String who, Optional<String> failure) {
        if (failure.isPresent()) {
            throw new CommandFailure(Sentence.ended(who + " has failed: " + failure.get()) + " " + LogFile.details());
        }
    }
}
