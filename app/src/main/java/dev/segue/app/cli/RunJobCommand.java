package dev.segue.app.cli;

import dev.segue.adapters.flink.rules.OtherRules;
import dev.segue.app.config.Config;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.NotReady;
import dev.segue.app.job.Ready;
import dev.segue.app.job.Registration;
import dev.segue.app.option.JobSettings;
import dev.segue.domain.accounting.VisibleText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.client.deployment.application.executors.EmbeddedExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue run JOB}: reads the configuration, checks that everything is ready, and runs one job. */
@Command
final class RunJobCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunJobCommand.class);

    private final Registration registration;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The job's configuration, in YAML; docs/configuration.md explains every key.")
    private Path file;

    @Option(
            names = "--check",
            description =
                    "Only check that the configuration is valid and that everything is as the job needs it: the registry,"
                            + " the topics, the user's rights, transactions, the folder for checkpoints.")
    private boolean checkOnly;

    @Option(
            names = "--register-schemas",
            description =
                    "Only register the schemas of what the job writes, for a job whose own user may only read from"
                            + " the registry (registry.auto-register: false).")
    private boolean registerOnly;

    @Option(
            names = "--from",
            paramLabel = "CHECKPOINT",
            description = "Resume from this checkpoint or savepoint; on a cluster, use 'flink run -s'.")
    private String checkpoint;

    private RunJobCommand(Registration registration) {
        this.registration = registration;
    }

    static CommandLine of(Registration registration) {
        CommandLine line = new CommandLine(new RunJobCommand(registration));
        line.getCommandSpec().usageMessage().description(registration.description());
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(spec);
        Config config = ConfigFiles.read(file, registration.options(), terminal);
        JobRun run = registration.build(config);
        String name = run.settings().name();
        LOG.info("Job {} is configured with:", name);
        config.effective().forEach(line -> LOG.info("  {}", VisibleText.of(line)));
        if (registerOnly) {
            terminal.say("Registered: " + String.join(", ", run.registerSchemas()) + ".");
            return ExitCode.OK;
        }
        Ready ready = ready(run);
        ready.warnings().forEach(terminal::warn);
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration(run.settings()));
        // In application mode a new job manager runs this again, beside the job that it has recovered.
        boolean mayBeRecovered =
                EmbeddedExecutor.NAME.equals(flink.getConfiguration().get(DeploymentOptions.TARGET));
        Optional<String> namesake = mayBeRecovered ? Optional.empty() : run.namesake();
        if (checkOnly) {
            namesake.ifPresent(terminal::warn);
            terminal.say("The configuration is valid, and everything that " + name + " needs is there.");
            return ExitCode.OK;
        }
        if (namesake.isPresent()) {
            throw new CommandFailure(namesake.get());
        }
        run.job().define(flink, ready.topics());
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            terminal.say("Running " + name + " in this process until it is stopped (Ctrl-C). " + LogFile.inWords());
        }
        execute(flink, run);
        return ExitCode.OK;
    }

    private static Ready ready(JobRun run) throws InterruptedException {
        try {
            return run.check();
        } catch (NotReady e) {
            throw CommandFailure.of(run.settings().name() + " cannot start", e.problems());
        }
    }

    private Configuration configuration(JobSettings settings) {
        Configuration flink = FlinkSettings.of(settings);
        if (checkpoint != null) {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
        }
        return flink;
    }

    private static void execute(StreamExecutionEnvironment flink, JobRun run) {
        String name = run.settings().name();
        try {
            flink.execute(name);
        } catch (Exception e) {
            ExceptionUtils.rethrowIfFatalErrorOrOOM(e);
            ExceptionUtils.findThrowable(e, OtherRules.class).ifPresent(refused -> {
                throw new CommandFailure("The job " + name + " does not start. " + refused.getMessage(), e);
            });
            Throwable root = RootCause.of(e);
            String why = run.refusalOfKafka(e)
                    .orElseGet(() -> (root.getMessage() == null ? "" : root.getMessage() + " ") + "("
                            + root.getClass().getSimpleName() + ").");
            throw new CommandFailure("The job " + name + " ended with an error: " + why + " " + LogFile.details(), e);
        }
    }
}
