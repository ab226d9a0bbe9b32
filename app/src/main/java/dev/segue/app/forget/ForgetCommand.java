package dev.segue.app.forget;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.forget.ForgetRequests;
import dev.segue.adapters.kafka.forget.GroupProgress;
import dev.segue.adapters.kafka.forget.ListenerRecords;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicReport;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.Jobs;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.Lengths;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.config.Config;
import dev.segue.app.job.Registration;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.PlaybackOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.domain.accounting.VisibleText;
import dev.segue.domain.playback.ForgetRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segue forget}: erases listeners, verifies that, and says what remains until when. */
@Command(
        name = "forget",
        description = {
            "Erases listeners: from the state of all jobs, and from the topics of sessions, plays and signals.",
            "It asks the jobs through the topic of playback, waits until they have done it, deletes what is left on the"
                    + " topics, reads them again to verify that, and says what remains until when. If it ends early, run it"
                    + " again.",
            "First stop whatever sends the listener's events: those that arrive later are a new listener's."
        })
public final class ForgetCommand implements Subcommand {

    /** Topics that hold what was sent, until their retention. */
    private static final List<Topic> INPUT = List.of(Topics.PLAYBACK, Topics.LATE, Topics.DEAD_LETTERS);

    /** What a job reads of it, it keeps without the listener; and it may be configured not to read it. */
    private static final Topic KEPT_WITHOUT_NAMES = Topics.PLAYS;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "USER", description = "The user_id of each listener to forget.")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "The configuration file of any job: how to reach Kafka and the registry, what the topics are called,"
                            + " and the key of pseudonyms. Other keys have no effect.")
    private Path file;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = Lengths.FromOneSecond.class,
            description = "Give up when the jobs take longer, such as 1h. Default: ${DEFAULT-VALUE}.")
    private Duration within;

    @Option(
            names = "--group",
            paramLabel = "JOB=GROUP",
            description = "The consumer group of a job that has another one than segue-JOB.")
    private Map<String, String> groups = new TreeMap<>();

    @Option(
            names = "--without",
            paramLabel = "JOB",
            description =
                    "A job that this installation does not have, such as signals. Without this, every job is waited"
                            + " for that reads what a listener did.")
    private Set<String> without = new LinkedHashSet<>();

    @Override
    public Optional<KafkaUse> uses(Config config) {
        return Optional.of(uses(config, jobs(config)));
    }

    private static KafkaUse uses(Config config, List<AwaitedJob> jobs) {
        Topic[] results = resultsOf(jobs).toArray(Topic[]::new);
        return new KafkaUse(
                TopicUse.of(TopicOptions.from(config))
                        .reading(results)
                        .writing(results)
                        .touching(AclOperation.WRITE, Topics.PLAYBACK)
                        .touching(AclOperation.DESCRIBE, Topics.LATE, Topics.DEAD_LETTERS),
                true,
                Optional.empty(),
                jobs.stream().map(AwaitedJob::group).toList(),
                Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        Config config = ConfigFiles.read(file, ConfigFiles.ofAnyProgram("segue forget"), terminal());
        requireSense(config);
        KafkaCluster cluster = KafkaOptions.from(config, "forget").cluster();
        try {
            forget(config, cluster, jobs(config));
        } catch (TopicsUnfit e) {
            throw CommandFailure.of("The topics cannot be used", e.problems());
        } catch (ExecutionException e) {
            throw failure(cluster, e.getCause());
        } catch (KafkaException e) {
            throw failure(cluster, e);
        }
        return ExitCode.OK;
    }

    /** The users by the names that they have in the results. */
    private Map<String, String> byName(Config config) {
        UnaryOperator<String> name = PlaybackOptions.nameOfListener(config);
        Map<String, String> users = new LinkedHashMap<>();
        ids.forEach(user -> users.put(name.apply(user), user));
        return users;
    }

    private void forget(Config config, KafkaCluster cluster, List<AwaitedJob> jobs) throws Exception {
        Map<String, String> users = byName(config);
        KafkaUse use = uses(config, jobs);
        Topics names = use.topics().names();
        TopicReport report = new TopicAdmin(cluster).inspect(use.topics());
        if (!report.problemsOfUser().isEmpty()) {
            throw CommandFailure.of("The topics cannot be used", report.problemsOfUser());
        }
        Patience patience = new Patience(within, terminal());
        try (GroupProgress progress = new GroupProgress(cluster);
                ListenerRecords records = new ListenerRecords(
                        cluster, RegistryOptions.from(config).connect(), names, users.keySet(), resultsOf(jobs))) {
            for (AwaitedJob job : jobs) {
                requireVisible(job, progress, cluster);
            }
            Map<TopicPartition, Long> requests = new ForgetRequests(cluster, names.playback())
                    .send(users.values().stream().map(ForgetRequest::new).toList());
            terminal()
                    .say("Sent the request to forget " + inWords(users.keySet(), users) + " to " + names.playback()
                            + ".");
            awaitJobs(jobs, names, requests, progress, patience);
            readAll(records, patience);
            Map<String, Long> deleted = records.remaining();
            records.delete();
            readAll(records, patience);
            awaitJobs(jobs, names, records.read(), progress, patience);
            readAll(records, patience);
            verify(records);
            say(users, deleted, records, names, jobs);
        }
        say(Remains.of(report, names, INPUT, resultsOf(jobs), Instant.now()));
    }

    /** Before anything is erased. */
    private static void requireVisible(AwaitedJob job, GroupProgress progress, KafkaCluster cluster) throws Exception {
        try {
            progress.lag(job.group(), Map.of());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GroupAuthorizationException
                    ? new CommandFailure(KafkaTrouble.mayNot(cluster, "Describe on group " + job.group()))
                    : e;
        }
    }

    /** Waits until the jobs have passed these offsets of their input; those that read other topics are not waited for. */
    private static void awaitJobs(
            List<AwaitedJob> jobs,
            Topics names,
            Map<TopicPartition, Long> offsets,
            GroupProgress progress,
            Patience patience)
            throws Exception {
        for (AwaitedJob job : jobs) {
            Set<String> reads = job.reads().stream()
                    .filter(topic -> !topic.equals(KEPT_WITHOUT_NAMES))
                    .map(names::name)
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> input = new HashMap<>(offsets);
            input.keySet().removeIf(partition -> !reads.contains(partition.topic()));
            patience.await(() -> {
                GroupProgress.Lag lag = progress.lag(job.group(), input);
                return lag.records() == 0 ? Optional.empty() : Optional.of(inWords(job, lag));
            });
        }
    }

    private static String inWords(AwaitedJob job, GroupProgress.Lag lag) {
        String how = lag.hasBegun()
                ? ", which was " + lag.records() + " records behind at its last checkpoint."
                : ", which has committed no offset yet.";
        return "Waiting for " + job + how + " If this installation has no such job, add --without " + job.name() + ".";
    }

    /** What a job wrote before its checkpoint may still be in a transaction that is about to end. */
    private static void readAll(ListenerRecords records, Patience patience) throws Exception {
        records.aimAtEnd();
        patience.await(() -> {
            long left = records.readSome();
            return left == 0
                    ? Optional.empty()
                    : Optional.of("Reading the topics of results: " + left
                            + " records are left, or in transactions that have not ended.");
        });
    }

    private void say(
            Map<String, String> users,
            Map<String, Long> deleted,
            ListenerRecords records,
            Topics names,
            List<AwaitedJob> jobs) {
        String topics = resultsOf(jobs).stream().map(names::name).collect(Collectors.joining(", "));
        Set<String> unknown = new LinkedHashSet<>(users.keySet());
        unknown.removeAll(records.found());
        if (!unknown.isEmpty()) {
            terminal().say("There was nothing of " + inWords(unknown, users) + " on " + topics + ".");
        }
        if (!records.found().isEmpty()) {
            terminal()
                    .say("Erased " + inWords(records.found(), users) + " from the jobs' state and from " + topics
                            + ", where "
                            + deleted.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + " records were left for this command to delete.");
        }
    }

    private static void verify(ListenerRecords records) {
        if (!records.remaining().isEmpty()) {
            throw new CommandFailure("Meanwhile new records were written: "
                    + records.remaining().entrySet().stream()
                            .map(topic -> topic.getValue() + " on " + topic.getKey())
                            .collect(Collectors.joining(", "))
                    + ". Something still sends events of these listeners: stop it, and run the same command again.");
        }
        if (!records.unreadable().isEmpty()) {
            throw new CommandFailure(
                    "These records contain the id of a listener, but nobody can tell whose they are, so they stay. Delete"
                            + " them by hand:",
                    records.unreadable());
        }
    }

    private void say(Remains remains) {
        terminal().say("Verified by reading the topics again. What remains, and until when:");
        remains.scheduled().forEach(line -> terminal().say("  " + line));
        if (!remains.unlimited().isEmpty()) {
            throw new CommandFailure("Some records of these listeners never expire:", remains.unlimited());
        }
    }

    /** The jobs that read what a listener did, or results in which a listener is named. */
    private List<AwaitedJob> jobs(Config config) {
        return Jobs.ALL.stream()
                .filter(job -> !without.contains(job.name()))
                .map(job -> awaited(job, job.build(config).job().topics()))
                .filter(job -> job.reads().contains(Topics.PLAYBACK)
                        || job.reads().stream().anyMatch(ListenerRecords.TOPICS::contains))
                .toList();
    }

    private AwaitedJob awaited(Registration job, TopicUse use) {
        return new AwaitedJob(
                job.name(),
                groups.getOrDefault(job.name(), KafkaOptions.usualGroup(job.name())),
                use.reads(),
                use.writes());
    }

    /** The topics in which a listener is named, as far as one of these jobs writes them. */
    private static List<Topic> resultsOf(List<AwaitedJob> jobs) {
        return ListenerRecords.TOPICS.stream()
                .filter(topic -> jobs.stream().anyMatch(job -> job.writes().contains(topic)))
                .toList();
    }

    private void requireSense(Config config) {
        for (String user : ids) {
            if (!ForgetRequest.canName(user)) {
                throw mistake("'" + VisibleText.of(user) + "' is not the id of a listener: 1 to 256 characters.");
            }
        }
        Set<String> known =
                Jobs.ALL.stream().map(Registration::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> named = new LinkedHashSet<>(groups.keySet());
        named.addAll(without);
        for (String job : named) {
            if (!known.contains(job)) {
                throw mistake("There is no job '" + job + "'; expected one of " + String.join(", ", known) + ".");
            }
        }
        if (JobOptions.nameOneJob(config) && groups.isEmpty()) {
            throw mistake("job.name and kafka.group-id in " + file
                    + " belong to one job. Say whose consumer group that makes," + " such as --group sessions=GROUP.");
        }
    }

    private static String inWords(Set<String> listeners, Map<String, String> users) {
        return listeners.size() == 1
                ? VisibleText.of(users.get(listeners.iterator().next()))
                : listeners.size() + " listeners";
    }

    private static CommandFailure failure(KafkaCluster cluster, Throwable cause) {
        return new CommandFailure(
                KafkaTrouble.inWords(
                        cluster, cause, message -> "Kafka at " + cluster.bootstrapServers() + " failed: " + message),
                cause);
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Terminal terminal() {
        return new Terminal(spec);
    }
}
