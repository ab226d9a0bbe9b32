package dev.segue.app.cli;

import java.util.ServiceLoader;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/** The main class: {@code segue demo}, {@code segue run sessions ...}, {@code segue replay ...}. */
public final class Segue {

    private Segue() {}

    /**
     * Runs one command and ends the process with its exit code. Under {@code flink run} the process belongs to Flink,
     * so a failure is thrown instead, with everything that was printed about it, because the person who starts a job on
     * a cluster may not see the standard error of this process.
     */
    public static void main(String[] args) {
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            System.exit(commandLine().execute(args));
        }
        RememberedError said = new RememberedError();
        CommandLine line = commandLine();
        int exitCode = line.setErr(new TerminalWriter(said)).execute(args);
        if (exitCode != ExitCode.OK) {
            throw new CommandFailure(said.toString().strip());
        }
    }

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new SegueCommand());
        line.addSubcommand(RunCommand.withJobs());
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        Values.readBy(line);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageMistake());
        line.setExecutionExceptionHandler(new Failing());
        line.setOut(new TerminalWriter(line.getOut()));
        line.setErr(new TerminalWriter(line.getErr()));
        return line;
    }
}
