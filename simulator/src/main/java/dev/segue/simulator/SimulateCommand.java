package dev.segue.simulator;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.OutFile;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Past;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.audience.StagedMonday;
import dev.segue.simulator.plan.PlannedSession;
import dev.segue.simulator.verification.OutputTopics;
import dev.segue.simulator.verification.Outputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue simulate}: a simulated audience for any Kafka cluster. */
@Command(
        name = "simulate",
        description =
                "Writes the music and the playback events of a simulated audience to Kafka, through a schema registry:"
                        + " late, twice, out of order and with wrong clocks. The sessions that must result are known"
                        + " beforehand: the plan.")
public final class SimulateCommand implements Subcommand {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long BETWEEN_LINES_MS = 5_000;

    /** Between the end of the audience and now, so that no event seems to come from the future. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private static final int MOST_WEEKS_BEFORE = 52;
    private static final int DAYS_OF_A_WEEK = 7;

    /** It reads the configuration file of the sessions job. */
    private static final OptionSet OPTIONS = SessionsJob.REGISTRATION.options().readBy("segue simulate");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "The addresses of Kafka and the registry, and the names of the topics: the configuration file of"
                            + " the sessions job.")
    private Path file;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The number of listeners, not counting bots. Default: ${DEFAULT-VALUE}.")
    private int listeners;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "1",
            description = "The number of days they listen, in simulated time. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "When the simulated time begins, such as 2026-10-24T22:00:00Z. Default: on the hour, so that it"
                            + " ends two days ago.")
    private Instant from;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "The most records per second. Default: as many as Kafka accepts.")
    private Double rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the audience: the same seed, size and beginning give the same one. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--stories",
            description = "Stage the stories of the demo as well: a flight, a listener whose mood changes, and a Monday"
                    + " morning in New Zealand, with the Mondays of the weeks before.")
    private boolean stories;

    @Option(
            names = "--weeks-before",
            paramLabel = "N",
            defaultValue = "0",
            description = "In how many weeks before the simulated time the same people listened, in the hours of its"
                    + " first seven days, so that KPIs have an expected range. Their events all arrive in time, and once."
                    + " Default: ${DEFAULT-VALUE}.")
    private int weeksBefore;

    @Mixin
    private HazardOptions hazards;

    @Option(
            names = "--follow-job",
            description = "Hold back reports from days ago until the clock of the sessions job, which must run, shows"
                    + " that they are late, however far behind it is. Default: until the job must have read events"
                    + " half a day newer.")
    private boolean followJob;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Where to write what must result, as JSON Lines: one line per session, and a last line about the whole."
                            + " 'segue verify' reads it.")
    private Path planFile;

    @Override
    public Optional<OptionSet> options() {
        return Optional.of(OPTIONS);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        requireRange("--listeners", listeners, 1, 10_000_000);
        requireRange("--days", days, 1, 3_650);
        requireRange("--weeks-before", weeksBefore, 0, MOST_WEEKS_BEFORE);
        if (rate != null && !(rate > 0)) {
            throw mistake("--rate must be more than 0, but is " + rate + ".");
        }
        Config config = ConfigFiles.read(file, OPTIONS, new Terminal(spec));
        KafkaCluster cluster = KafkaOptions.from(config, "simulate").cluster();
        SchemaRegistry registry = RegistryOptions.from(config).connect();
        Topics topics = TopicOptions.from(config);
        TopicCheck found = check(cluster, needed(topics));
        Scenario scenario = scenario(found.partitionsOf(topics.playback()));
        if (!followJob) {
            simulate(scenario, null, cluster, registry, topics);
            return ExitCode.OK;
        }
        String job = JobOptions.from(config, SessionsJob.REGISTRATION.name()).name();
        Outputs outputs = new Outputs();
        try (OutputTopics health = OutputTopics.follow(cluster, registry, topics, List.of(topics.health()), outputs)) {
            simulate(scenario, () -> clock(health, outputs, job), cluster, registry, topics);
        }
        return ExitCode.OK;
    }

    private static long clock(OutputTopics health, Outputs outputs, String job) {
        health.failure().ifPresent(why -> {
            throw new KafkaException("the topic of health cannot be read: " + why);
        });
        return outputs.jobs().getOrDefault(job, JobHealth.UNKNOWN).acceptanceClock();
    }

    private void simulate(
            Scenario scenario, LongSupplier clock, KafkaCluster cluster, SchemaRegistry registry, Topics topics)
            throws IOException {
        if (planFile == null) {
            perform(scenario, sitting -> {}, clock, cluster, registry, topics);
            return;
        }
        OutFile plan = new OutFile(planFile);
        if (plan.objection() != null) {
            throw mistake("The plan cannot be written to '" + planFile + "': " + plan.objection() + ".");
        }
        plan.write(out -> {
            PlanFile.Writer lines = new PlanFile.Writer(out);
            Sent sent = perform(scenario, lines, clock, cluster, registry, topics);
            lines.end(sent, scenario.end(), StagedMonday.in(scenario));
        });
        say("The plan is in " + planFile + ".");
    }

    private TopicUse needed(Topics topics) {
        TopicUse written = TopicUse.of(topics).writing(Topics.PLAYBACK, Topics.TRACKS);
        return followJob ? written.reading(Topics.HEALTH) : written;
    }

    private static TopicCheck check(KafkaCluster cluster, TopicUse topics) throws InterruptedException {
        try {
            return new TopicAdmin(cluster).check(topics);
        } catch (TopicsUnfit e) {
            throw CommandFailure.of("The audience cannot be simulated", e.problems());
        }
    }

    private Scenario scenario(int partitions) {
        Instant latest = Instant.now().minus(MARGIN).minus(Duration.ofDays(days));
        Instant beginning = from == null ? latest.truncatedTo(ChronoUnit.HOURS) : from;
        if (beginning.isAfter(latest)) {
            throw mistake("--from must be at least " + MARGIN.plusDays(days).toDays()
                    + " days ago, so that everything the audience does and sends is in the past.");
        }
        long begins = beginning.toEpochMilli();
        long ends = begins + Duration.ofDays(days).toMillis();
        Scenario scenario = new Scenario(seed, listeners, begins, ends, hazards.chosen(), partitions)
                .withPast(new Past(weeksBefore, DAYS_OF_A_WEEK));
        return stories ? scenario.withStories() : scenario;
    }

    private Sent perform(
            Scenario scenario,
            Consumer<PlannedSession> sittings,
            LongSupplier clock,
            KafkaCluster cluster,
            SchemaRegistry registry,
            Topics topics) {
        Audience audience = Audience.of(scenario, sittings);
        try {
            CatalogueDelivery.deliver(audience.shelf(), cluster, registry, topics.tracks());
        } catch (RegistryFailure | KafkaException e) {
            throw new CommandFailure(
                    KafkaTrouble.inWords(cluster, e, message -> "The track catalogue cannot be written: " + message),
                    e);
        }
        Pace pace = rate == null ? Pace.unbounded() : Pace.of(rate, System::nanoTime);
        Performance performance = Performance.begin(audience, pace, clock, cluster, registry, topics.playback());
        awaitEnd(performance);
        say("Sent " + number(performance.sent().records()) + " records to " + topics.playback() + ", up to "
                + time(performance) + ".");
        audience.plan().inWords().forEach(this::say);
        return performance.sent();
    }

    private void awaitEnd(Performance performance) {
        try {
            performance.await(BETWEEN_LINES_MS);
            while (!performance.isComplete() && performance.failure().isEmpty()) {
                say(number(performance.sent().records()) + " records sent, up to " + time(performance));
                performance.await(BETWEEN_LINES_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        performance.failure().ifPresent(why -> {
            throw CommandFailure.because("The simulation has failed", why);
        });
    }

    private static String time(Performance performance) {
        return DAY_AND_TIME.format(Instant.ofEpochMilli(performance.simulatedTime())) + " UTC in simulated time";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void requireRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw mistake(option + " must be " + least + " to " + most + ", but is " + value + ".");
        }
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void say(String sentence) {
        new Terminal(spec).say(sentence);
    }
}
