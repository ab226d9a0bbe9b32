package dev.segue.demo;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.app.Jobs;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.LogFile;
import dev.segue.app.dashboard.Dashboard;
import dev.segue.demo.screen.Screen;
import dev.segue.demo.screen.Screens;
import dev.segue.demo.screen.Steps;
import dev.segue.demo.screen.StopSignal;
import dev.segue.simulator.CatalogueDelivery;
import dev.segue.simulator.Pace;
import dev.segue.simulator.Performance;
import dev.segue.simulator.TimeLapse;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.verification.OutputTopics;
import dev.segue.simulator.verification.Outputs;
import dev.segue.stack.CannotStart;
import dev.segue.stack.LocalFlink;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One demo from its first step to its summary. */
final class Demo {

    private static final Topics TOPICS = Jobs.topics();
    private static final TopicLayout LAYOUT = new TopicLayout(DemoRequest.PARTITIONS, -1);
    private static final int PARALLELISM = 2;

    /** Those whose results are verified in the end. */
    private static final List<String> OUTPUTS = List.of(
            TOPICS.sessions(),
            TOPICS.plays(),
            TOPICS.kpis(),
            TOPICS.trackKpis(),
            TOPICS.alerts(),
            TOPICS.late(),
            TOPICS.deadLetters(),
            TOPICS.health());

    /**
     * The page starts first. On a busy machine Kafka takes some ten seconds; if Kafka cannot start, the demo reports
     * it.
     */
    private static final Duration KAFKA_STARTS_WITHIN = Duration.ofMinutes(2);

    /** A page with a Java process to itself stores as much in all of its memory; here it has half. */
    private static final Bounds MEMORY_OF_PAGE = new Bounds(
            Bounds.USUAL.sessions(),
            Bounds.USUAL.rows(),
            Bounds.USUAL.incidents(),
            Bounds.USUAL.signals(),
            Runtime.getRuntime().maxMemory() / 2);

    /** The jobs' settings; each job takes the keys it knows. */
    private static final Map<String, String> SETTINGS = Map.of(
            "job.parallelism",
            String.valueOf(PARALLELISM),
            // The show triggers more frequent checkpoints while simulated time runs faster than real time.
            "job.checkpoint-interval",
            "15 s",
            // At the default speed, the defaults of a minute would be most of a demo.
            "playback.idle-after",
            "2 s",
            "kpis.emit-tracks-every",
            "15 s");

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
     * Runs the demo.
     *
     * @param scenario the requested audience
     * @param script what it is going to do; null when it has no end
     * @return the exit code
     * @throws CommandFailure when the demo cannot start, fails, or its results are not as planned
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
        DemoRequest ports = asked.withPortsClaimed();
        try (Dashboard page = steps.take("page", () -> page(ports), served -> "at " + served.url());
                DemoFolder folder = DemoFolder.make(asked.data())) {
            try (Stack stack = Stack.start(ports, folder.path(), Path.of(log + ".registry"), steps)) {
                Outcome outcome = perform(stack, folder, page);
                outcome.inWords().forEach(screen::say);
                if (!outcome.isGood()) {
                    throw new CommandFailure("The results are not as planned; see above. The log is " + log + ".");
                }
            } catch (CommandFailure e) {
                throw folder.isFull()
                        ? new CommandFailure(
                                "The disk of " + folder.path()
                                        + " is full. Free some space, or choose another disk with --data.",
                                e)
                        : e;
            }
            if (folder.isKept()) {
                screen.say("The data is kept in " + folder.path());
            }
        }
    }

    private static Dashboard page(DemoRequest ports) throws CannotStart {
        try {
            return Dashboard.open(
                    KafkaCluster.at(LoopbackPorts.HOST + ":" + ports.kafkaPort()),
                    RegistryAccess.at(Registry.urlAt(ports.registryPort()).toString()),
                    TOPICS,
                    new Memory(MEMORY_OF_PAGE),
                    PageSettings.onThisMachine(ports.pagePort()),
                    KAFKA_STARTS_WITHIN);
        } catch (CannotServe e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private Outcome perform(Stack stack, DemoFolder folder, Dashboard page) throws CannotStart, InterruptedException {
        SchemaRegistry registry = stack.registryAccess().connect();
        Audience audience = Audience.of(scenario, sitting -> {});
        Outputs outputs = script == null ? null : new Outputs();
        Tally tally = new Tally(outputs);
        steps.take("topics and catalogue", () -> deliver(audience, stack, registry), done -> "written");
        try (LocalFlink flink =
                        steps.take("Flink", () -> flink(folder), started -> "with its web UI at " + started.ui());
                RunningJobs jobs = steps.take("jobs", () -> launched(flink, stack), RunningJobs::inWords);
                OutputTopics output = OutputTopics.follow(stack.cluster(), registry, TOPICS, OUTPUTS, tally)) {
            TimeLapse time = new TimeLapse(scenario.beginning(), wallClock.millis(), asked.speed());
            Performance performance = Performance.begin(
                    audience,
                    Pace.following(time, wallClock, scenario.end()),
                    () -> tally.snapshot().sessionsJob().acceptanceClock(),
                    stack.cluster(),
                    registry,
                    TOPICS.playback());
            List<String> addresses = List.of(
                    "Page  " + page.url() + "   (listeners to look up: amelia flies, milo's mood changes)",
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
                    jobs,
                    output,
                    tally,
                    outputs,
                    performance,
                    () -> time.simulatedAt(wallClock.millis()),
                    () -> time.flies(wallClock.millis()),
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
            throw new CannotStart("The topics cannot be prepared: " + e.getMessage(), e);
        }
    }

    private LocalFlink flink(DemoFolder folder) throws CannotStart {
        return LocalFlink.start(folder.path().resolve("flink"), asked.uiPort(), Jobs.ALL.size() * PARALLELISM);
    }

    private static RunningJobs launched(LocalFlink flink, Stack stack) throws CannotStart, InterruptedException {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("kafka.bootstrap-servers", stack.kafka().bootstrapServers());
        settings.put("registry.url", stack.registry().url().toString());
        return RunningJobs.launch(Jobs.ALL, settings, flink);
    }
}
