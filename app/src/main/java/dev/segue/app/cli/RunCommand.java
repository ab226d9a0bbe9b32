package dev.segue.app.cli;

import dev.segue.app.Jobs;
import dev.segue.app.job.Registration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segue run}: the parent of one command per job. */
@Command(
        name = "run",
        description = "Runs a job on Kafka and a schema registry until it is stopped: in this process, or on a cluster"
                + " with 'flink run JAR run JOB ...'.",
        synopsisSubcommandLabel = "JOB",
        commandListHeading = "%nJobs:%n")
final class RunCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** This command, with a subcommand for every job. */
    static CommandLine withJobs() {
        CommandLine run = new CommandLine(new RunCommand());
        for (Registration job : Jobs.ALL) {
            run.addSubcommand(job.name(), RunJobCommand.of(job));
        }
        return run;
    }

    @Override
    public void run() {
        throw new NoCommand(spec.commandLine(), "Say which job to run.");
    }
}
