package dev.segue.app.cli;

import dev.segue.app.demo.DemoCommand;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/** Where everything begins: {@code segue demo}, {@code segue run sessions ...}, {@code segue replay ...}. */
public final class Segue {

    private Segue() {}

    /**
     * Runs one command and ends the process with its exit code. Under {@code flink run} the process belongs to Flink, so
     * there a failure is thrown instead.
     */
    public static void main(String[] args) {
        int exitCode = commandLine().execute(args);
        if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
            System.exit(exitCode);
        }
        if (exitCode != ExitCode.OK) {
            throw new CommandFailure(
                    "The command failed with exit code " + exitCode + "; the reason is printed above.");
        }
    }

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new SegueCommand());
        line.addSubcommand(new DemoCommand());
        line.addSubcommand(RunCommand.withJobs());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageMistake());
        line.setExecutionExceptionHandler(new Failing());
        return line;
    }
}
