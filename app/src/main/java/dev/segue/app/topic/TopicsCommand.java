package dev.segue.app.topic;

import dev.segue.adapters.kafka.access.AccessAdmin;
import dev.segue.adapters.kafka.access.LeastRights;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
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
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.KafkaOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segue topics}: creates and checks the topics of an installation, and says which rights its users need. */
@Command(
        name = "topics",
        description = "Creates or checks the topics that the jobs need, or prints the ACLs that their users need.")
public final class TopicsCommand implements Subcommand {

    private static final int USUAL_PARTITIONS = 12;
    private static final long FOR_EVER = -1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--create",
            description = "Create the topics that do not exist, leave the others as they are, and check all of them.")
    private boolean create;

    @Option(
            names = "--check",
            description = "Compare the topics with what the jobs need: partitions, compaction, sizes, retention,"
                    + " timestamps.")
    private boolean check;

    @Option(names = "--acls", description = "Print the rights that the users of the jobs need, as kafka-acls commands.")
    private boolean acls;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The configuration file of any job, of the webhook or of the page: how to reach Kafka, and"
                    + " what the topics are called. Other keys have no effect.")
    private Path file;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "With --create: the partitions of each new topic. Default: as many as the topic of playback"
                    + " has, or 12 when it does not exist.")
    private Integer partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "With --create: on how many brokers each new topic is stored. Default: the brokers' default.")
    private Integer replication;

    @Option(
            names = "--retention",
            paramLabel = "TIME",
            converter = Lengths.FromOneSecond.class,
            description = "With --create: how long playback events are stored, such as 30d. Default: for ever.")
    private Duration retention;

    @Option(
            names = "--print",
            description = "With --create: print the equivalent kafka-topics commands, without contacting Kafka.")
    private boolean print;

    @Option(
            names = "--principal",
            paramLabel = "USER",
            description = "With --acls: the user of all jobs named, such as User:segue. Default: User:segue-JOB for"
                    + " each.")
    private String principal;

    @Option(names = "--apply", description = "With --acls: create the ACLs instead of printing them.")
    private boolean apply;

    @Parameters(
            arity = "0..*",
            paramLabel = "JOB",
            description = "The jobs, or webhook or dashboard, whose topics or rights it is about. Default: all.")
    private List<String> jobs = List.of();

    @Override
    public Integer call() throws InterruptedException {
        requireOneTask();
        Config config = ConfigFiles.read(file, ConfigFiles.ofAnyProgram("segue topics"), terminal());
        KafkaCluster cluster = KafkaOptions.from(config, "topics").cluster();
        List<Program> programs = chosen(Program.all(config));
        try {
            if (acls) {
                requireNoNameOfOneJob(config);
                grant(cluster, programs);
            } else if (print) {
                layout(partitions == null ? USUAL_PARTITIONS : partitions)
                        .of(topicsOf(programs))
                        .forEach(topic -> terminal().say(KafkaTopics.command(cluster.bootstrapServers(), topic)));
            } else {
                createAndCheck(new TopicAdmin(cluster), topicsOf(programs));
            }
        } catch (TopicsUnfit e) {
            throw CommandFailure.of("The topics cannot be used", e.problems());
        }
        return ExitCode.OK;
    }

    private void createAndCheck(TopicAdmin admin, TopicUse topics) throws TopicsUnfit, InterruptedException {
        if (create) {
            int usual = admin.inspect(topics.reading(Topics.PLAYBACK))
                    .partitionsOf(Topics.PLAYBACK)
                    .orElse(USUAL_PARTITIONS);
            List<NewTopic> all = layout(partitions == null ? usual : partitions).of(topics);
            List<String> created = admin.create(all);
            all.forEach(topic -> terminal()
                    .say(
                            created.contains(topic.name())
                                    ? "Created " + KafkaTopics.inWords(topic) + "."
                                    : topic.name() + " exists, and stays as it is."));
        }
        TopicReport report = admin.inspect(topics);
        report.warnings().forEach(terminal()::warn);
        if (!report.problems().isEmpty()) {
            throw CommandFailure.of("The topics are not as the jobs need them", report.problems());
        }
        int count = topics.all().size();
        terminal()
                .say(
                        count == 1
                                ? "The topic is as the jobs need it."
                                : "All " + count + " topics are as the jobs need them.");
    }

    private TopicLayout layout(int partitionsOfEach) {
        return new TopicLayout(
                partitionsOfEach,
                retention == null ? FOR_EVER : retention.toMillis(),
                Optional.ofNullable(replication).map(Integer::shortValue));
    }

    private void grant(KafkaCluster cluster, List<Program> programs) throws InterruptedException {
        AccessAdmin access = new AccessAdmin(cluster);
        for (Program program : programs) {
            String user = principal == null ? "User:segue-" + program.name() : principal;
            LeastRights rights = new LeastRights(program.use(), user);
            if (apply) {
                Optional<String> objection = access.grant(rights.acls());
                if (objection.isPresent()) {
                    throw new CommandFailure(objection.get());
                }
                terminal()
                        .say("Granted " + user + " the " + rights.acls().size() + " rights of " + program.name() + ".");
            } else {
                terminal().say("# " + program.name());
                rights.commands(cluster.bootstrapServers()).forEach(terminal()::say);
            }
        }
    }

    private List<Program> chosen(List<Program> all) {
        Map<String, Program> byName = new LinkedHashMap<>();
        all.forEach(program -> byName.put(program.name(), program));
        for (String job : jobs) {
            if (!byName.containsKey(job)) {
                throw mistake(
                        "There is no job '" + job + "'; expected one of " + String.join(", ", byName.keySet()) + ".");
            }
        }
        return all.stream()
                .filter(program -> jobs.isEmpty() || jobs.contains(program.name()))
                .toList();
    }

    /** Under all names that any job declares. */
    private static TopicUse topicsOf(List<Program> programs) {
        Map<Topic, String> names = new LinkedHashMap<>();
        programs.forEach(program -> names.putAll(program.use().topics().names().names()));
        TopicUse all = TopicUse.of(new Topics(names));
        for (Program program : programs) {
            all = all.and(program.use().topics());
        }
        return all;
    }

    private void requireOneTask() {
        int tasks = (create ? 1 : 0) + (check ? 1 : 0) + (acls ? 1 : 0);
        if (tasks != 1) {
            throw mistake("Give exactly one of --create, --check and --acls.");
        }
        List<String> misplaced = new ArrayList<>();
        if (!create) {
            noteIf(partitions != null, "--partitions", misplaced);
            noteIf(replication != null, "--replication-factor", misplaced);
            noteIf(retention != null, "--retention", misplaced);
            noteIf(print, "--print", misplaced);
        }
        if (!acls) {
            noteIf(principal != null, "--principal", misplaced);
            noteIf(apply, "--apply", misplaced);
        }
        if (!misplaced.isEmpty()) {
            String option = misplaced.get(0);
            throw mistake(option + " goes with "
                    + (option.equals("--principal") || option.equals("--apply") ? "--acls" : "--create") + ".");
        }
        requireAtLeastOne("--partitions", partitions);
        requireAtLeastOne("--replication-factor", replication);
    }

    private void requireNoNameOfOneJob(Config config) {
        if (JobOptions.nameOneJob(config) && jobs.size() != 1) {
            throw mistake("job.name and kafka.group-id in " + file + " belong to one job. Say which, such as: segue"
                    + " topics --acls " + Jobs.ALL.get(0).name() + " --config " + file);
        }
    }

    private void requireAtLeastOne(String option, Integer value) {
        if (value != null && (value < 1 || value > Short.MAX_VALUE)) {
            throw mistake(option + " must be 1 to " + Short.MAX_VALUE + ", but is " + value + ".");
        }
    }

    private static void noteIf(boolean given, String option, List<String> options) {
        if (given) {
            options.add(option);
        }
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Terminal terminal() {
        return new Terminal(spec);
    }
}
