package dev.segue.app.demo;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.LogFile;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.NotReady;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.simulate.Audience;
import dev.segue.app.simulate.CatalogueDelivery;
import dev.segue.app.simulate.Pace;
import dev.segue.app.simulate.Performance;
import dev.segue.app.simulate.Scenario;
import dev.segue.app.simulate.TimeLapse;
import dev.segue.app.stack.CannotStart;
import dev.segue.app.stack.LocalFlink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One demo from its first step to its summary. */
final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final Topics TOPICS = Topics.DEFAULT;
    private static final TopicLayout LAYOUT = new TopicLayout(DemoRequest.PARTITIONS, -1);
    private static final String PARALLELISM = "2";
    private static final String CHECKPOINT_INTERVAL = "2 s";

    /** At the usual speed a minute of ours, which is usual, would be most of a demo. */
    private static final String IDLE_AFTER = "2 s";

    private final DemoRequest asked;
    private final Scenario scenario;
    private final Script script;
    private final Screen screen;
    private final StopSignal stop;
    private final Steps steps;
    private final Clock wallClock = Clock.systemUTC();

    private Demo(DemoRequest asked, Scenario scenario, Script script, Screen screen, StopSignal stop) {
        this.asked = asked;
        this.scenario = scenario;
        this.script = script;
        this.screen = screen;
        this.stop = stop;
        this.steps = new Steps(screen, stop);
    }

    /**
     * Runs it.
     *
     * @param scenario the audience that was asked for
     * @param script what it is going to do; null when it has no end
     * @return the exit code
     * @throws CommandFailure when it cannot start, breaks down, or does not come out as planned
     */
    static int run(DemoRequest asked, Scenario scenario, Script script, PrintWriter out) throws InterruptedException {
        StopSignal stop = StopSignal.listen();
        try (Screen screen = Screens.of(out, System.getenv())) {
            new Demo(asked, scenario, script, screen, stop).run();
        } catch (CannotStart e) {
            throw new CommandFailure(e.getMessage(), e);
        } catch (InterruptedException e) {
            if (!stop.given()) {
                throw e;
            }
        }
        return stop.given() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private void run() throws CannotStart, InterruptedException {
        Path log = LogFile.path();
        screen.say("Logs go to " + log);
        try (DemoFolder folder = DemoFolder.make(asked.data())) {
            try (Stack stack = Stack.start(asked, folder.path(), Path.of(log + ".registry"), steps)) {
                Outcome outcome = perform(stack, folder);
                outcome.inWords().forEach(screen::say);
                if (!outcome.isGood()) {
                    throw new CommandFailure("It did not come out as planned, as told above. The log is " + log + ".");
                }
            } catch (CommandFailure e) {
                throw folder.isFull() ? new CommandFailure("The disk of " + folder.path() + " is full.", e) : e;
            }
            if (folder.isKept()) {
                screen.say("The data stays in " + folder.path());
            }
        }
    }

    private Outcome perform(Stack stack, DemoFolder folder) throws CannotStart, InterruptedException {
        SchemaRegistry registry = stack.registryAccess().connect();
        Audience audience = Audience.of(scenario, sitting -> {});
        steps.take("topics and catalogue", () -> deliver(audience, stack, registry), done -> "written");
        LocalFlink flink = steps.take("sessions job", () -> defined(stack, folder), done -> "defined");
        try (RunningJob job = steps.take("Flink", () -> launched(flink), done -> "with its web UI at " + flink.ui());
                OutputTopics output = OutputTopics.follow(stack.cluster(), registry, TOPICS, script != null)) {
            TimeLapse time = new TimeLapse(scenario.beginning(), wallClock.millis(), asked.speed());
            Performance performance = Performance.begin(
                    audience,
                    Pace.following(time, wallClock, scenario.end()),
                    () -> output.seen().account().acceptanceClock(),
                    stack.cluster(),
                    registry,
                    TOPICS.playback());
            List<String> addresses = List.of(
                    "Flink " + flink.ui() + "   Kafka " + stack.kafka().bootstrapServers(),
                    "Schemas " + stack.registry().url(),
                    "Log " + LogFile.path(),
                    "Ctrl-C ends it.");
            Show show = new Show(
                    asked,
                    script,
                    screen,
                    stop,
                    stack,
                    job,
                    output,
                    performance,
                    () -> time.simulatedAt(wallClock.millis()),
                    folder.path().resolve("savepoints"),
                    addresses);
            return show.watch();
        }
    }

    private static Void deliver(Audience audience, Stack stack, SchemaRegistry registry)
            throws CannotStart, InterruptedException {
        try {
            new TopicAdmin(stack.cluster()).create(LAYOUT.of(TOPICS));
            CatalogueDelivery.deliver(audience.shelf(), stack.cluster(), registry, TOPICS.tracks());
            return null;
        } catch (TopicsUnfit | RuntimeException e) {
            throw new CannotStart("The topics cannot be made ready: " + e.getMessage(), e);
        }
    }

    private LocalFlink defined(Stack stack, DemoFolder folder) throws CannotStart, InterruptedException {
        Config config = Config.of(
                Map.of(
                        "kafka.bootstrap-servers",
                        stack.kafka().bootstrapServers(),
                        "registry.url",
                        stack.registry().url().toString(),
                        "job.parallelism",
                        PARALLELISM,
                        "job.checkpoint-interval",
                        CHECKPOINT_INTERVAL,
                        "playback.idle-after",
                        IDLE_AFTER),
                SessionsJob.REGISTRATION.options());
        JobRun run = SessionsJob.REGISTRATION.build(config);
        try {
            LocalFlink flink = LocalFlink.prepare(
                    folder.path().resolve("flink"), asked.uiPort(), FlinkSettings.of(run.settings()));
            run.job().define(flink.environment(), run.check());
            return flink;
        } catch (NotReady e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private static RunningJob launched(LocalFlink flink) throws CannotStart {
        try {
            return new RunningJob(flink.environment().executeAsync());
        } catch (Exception e) {
            LOG.error("The job cannot be started", e);
            throw new CannotStart("Flink cannot start the job: " + e.getMessage(), e);
        }
    }
}
