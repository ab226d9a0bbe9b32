package dev.segue.simulator;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.Lengths;
import dev.segue.app.cli.LogFile;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.PlaybackOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.SessionRuleOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.simulator.plan.Plan;
import dev.segue.simulator.verification.Accounting;
import dev.segue.simulator.verification.Check;
import dev.segue.simulator.verification.Findings;
import dev.segue.simulator.verification.IncidentCheck;
import dev.segue.simulator.verification.OutputTopics;
import dev.segue.simulator.verification.Outputs;
import dev.segue.simulator.verification.PlaysCheck;
import dev.segue.simulator.verification.RowCheck;
import dev.segue.simulator.verification.SessionCheck;
import dev.segue.simulator.verification.TrackCheck;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code segue verify}: holds the output topics of an installation against the plan of what was sent to it. */
@Command(
        name = "verify",
        description = "Reads the output topics of an installation, and compares sessions, plays, KPI rows, track KPIs,"
                + " incidents and the accounting with the plan that 'segue simulate --plan' wrote. Nothing else may"
                + " have been sent to it. Ends with exit code 0 when everything is as planned, and otherwise says what is"
                + " not.")
public final class VerifyCommand implements Subcommand {

    private static final long BETWEEN_LOOKS_MS = 500;
    private static final long BETWEEN_LINES_MS = 5_000;

    /** It reads the configuration file of the sessions job. */
    private static final OptionSet OPTIONS = SessionsJob.REGISTRATION.options().readBy("segue verify");

    /** A job whose results can be verified. */
    private enum Verified {
        SESSIONS,
        PLAYLISTS,
        ALERTS;

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The configuration file of the sessions job: the addresses of Kafka and the registry, the"
                    + " names of the topics, whether delivery is exactly once, and the key of pseudonyms.")
    private Path file;

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "FILE",
            description = "The plan that 'segue simulate --plan' wrote.")
    private Path planFile;

    @Option(
            names = "--jobs",
            paramLabel = "JOB",
            split = ",",
            defaultValue = "sessions,playlists,alerts",
            converter = Named.class,
            description = "The jobs whose results are verified, separated by commas: those that run. Default:"
                    + " ${DEFAULT-VALUE}.")
    private List<Verified> jobs;

    @Option(
            names = "--without-tracks",
            description = "Leaves out track KPIs: where kpis.max-tracks is 0, there are none.")
    private boolean withoutTracks;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = Lengths.FromZero.class,
            description = "How long to wait while results are not as planned yet, such as 30s or 10m. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Duration within;

    @Override
    public Optional<OptionSet> options() {
        return Optional.of(OPTIONS);
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(spec);
        Config config = ConfigFiles.read(file, OPTIONS, terminal);
        if (!SessionRuleOptions.areDefault(config)) {
            throw new CommandFailure(file + " changes the rules of sessions, but a plan holds for the default rules"
                    + " only: leave out its keys of sessions.* and listening.*, for the job as well.");
        }
        PlanFile plan = plan().naming(PlaybackOptions.nameOfListener(config));
        KafkaCluster cluster = KafkaOptions.from(config, "verify").cluster();
        SchemaRegistry registry = RegistryOptions.from(config).connect();
        Topics topics = TopicOptions.from(config);
        Set<Verified> verified = EnumSet.of(Verified.SESSIONS);
        verified.addAll(jobs);
        boolean tracks = verified.contains(Verified.PLAYLISTS) && !withoutTracks;
        TopicUse followed = followed(topics, verified, tracks);
        requireTopics(cluster, followed);
        JobSettings sessionsJob = JobOptions.from(config, SessionsJob.REGISTRATION.name());
        Outputs outputs = new Outputs();
        try (OutputTopics reading = OutputTopics.follow(cluster, registry, topics, followed.namesRead(), outputs)) {
            Comparison comparison = new Comparison(plan, outputs, sessionsJob, topics.playback(), verified, tracks);
            awaitAsPlanned(comparison, reading, terminal);
            return verdict(comparison, terminal);
        }
    }

    private PlanFile plan() {
        try {
            return PlanFile.read(planFile);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "There is no file '" + planFile + "'.");
        } catch (IOException e) {
            throw new CommandFailure("The plan " + planFile + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static TopicUse followed(Topics topics, Set<Verified> verified, boolean tracks) {
        TopicUse followed = TopicUse.of(topics)
                .reading(Topics.SESSIONS, Topics.PLAYS, Topics.LATE, Topics.DEAD_LETTERS, Topics.HEALTH);
        if (verified.contains(Verified.PLAYLISTS)) {
            followed = followed.reading(Topics.KPIS);
        }
        if (tracks) {
            followed = followed.reading(Topics.TRACK_KPIS);
        }
        return verified.contains(Verified.ALERTS) ? followed.reading(Topics.ALERTS) : followed;
    }

    private static void requireTopics(KafkaCluster cluster, TopicUse topics) throws InterruptedException {
        try {
            new TopicAdmin(cluster).check(topics);
        } catch (TopicsUnfit e) {
            throw CommandFailure.of("The installation cannot be verified", e.problems());
        }
    }

    private void awaitAsPlanned(Comparison comparison, OutputTopics reading, Terminal terminal)
            throws InterruptedException {
        long begun = System.nanoTime();
        long saidAt = begun;
        long comparedAt = -1;
        while (true) {
            reading.failure().ifPresent(why -> {
                throw CommandFailure.because("The output topics cannot be read", why + " " + LogFile.details());
            });
            long now = System.nanoTime();
            boolean hasReadAll = reading.caughtUpAt() >= begun;
            if (hasReadAll && reading.records() != comparedAt) {
                comparedAt = reading.records();
                if (comparison.findings().areGood()) {
                    return;
                }
            }
            if (hasReadAll && now - begun >= within.toNanos()) {
                return;
            }
            if (now - saidAt >= BETWEEN_LINES_MS * 1_000_000) {
                terminal.say(Check.number(reading.records()) + " records read, "
                        + (hasReadAll ? "waiting for results that are not as planned yet" : "more to come"));
                saidAt = now;
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
    }

    private int verdict(Comparison comparison, Terminal terminal) {
        Findings findings = comparison.findings();
        terminal.say(Accounting.inWords(comparison.plan().sent()));
        terminal.say(Accounting.inWords(comparison.sessionsHealth().ledger()) + ".");
        findings.inWords().forEach(terminal::say);
        if (!findings.areGood()) {
            throw new CommandFailure("The installation is NOT as planned; see above. If its jobs are still busy, or"
                    + " sessions have not closed yet, verify again later, or wait longer with --within.");
        }
        terminal.say("Everything is as planned.");
        return ExitCode.OK;
    }

    /** What is compared with what. */
    private record Comparison(
            PlanFile plan,
            Outputs outputs,
            JobSettings sessionsJob,
            String playback,
            Set<Verified> verified,
            boolean tracks) {

        Findings findings() {
            List<Check> checks = new ArrayList<>();
            checks.add(new Accounting(
                    plan.sent(),
                    sessionsJob.name(),
                    outputs.jobs(),
                    outputs.late(),
                    outputs.deadLettersOf(playback),
                    isExactlyOnce()));
            checks.add(SessionCheck.of(plan.sessions(), outputs.current(), plan.endedAt() - Plan.GAP_MS));
            if (isExactlyOnce()) {
                checks.add(outputs.revisions());
            }
            checks.add(PlaysCheck.of(outputs.current(), outputs.plays()));
            if (verified.contains(Verified.PLAYLISTS)) {
                checks.add(RowCheck.of(outputs.current(), outputs.rows()));
            }
            if (tracks) {
                checks.add(TrackCheck.of(outputs.current(), outputs.plays(), outputs.trackKpis()));
            }
            if (verified.contains(Verified.ALERTS)) {
                checks.add(IncidentCheck.of(outputs.incidents(), plan.monday(), plan.endedAt()));
            }
            return new Findings(checks);
        }

        private boolean isExactlyOnce() {
            return sessionsJob.delivery() == DeliveryGuarantee.EXACTLY_ONCE;
        }

        JobHealth sessionsHealth() {
            return outputs.jobs().getOrDefault(sessionsJob.name(), JobHealth.UNKNOWN);
        }
    }

    /** Parses the name of a job. */
    static final class Named implements ITypeConverter<Verified> {
        @Override
        public Verified convert(String text) {
            for (Verified job : Verified.values()) {
                if (job.option().equals(text)) {
                    return job;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a job whose results can be verified; expected sessions, playlists, alerts");
        }
    }
}
