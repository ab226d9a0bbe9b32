package dev.segue.app.cli;

import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.app.config.InvalidConfig;
import dev.segue.domain.accounting.Sentence;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Explains to the user why a command failed, and writes the details to the log. */
final class Failing implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failing.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.error("{} failed", command.getCommandSpec().qualifiedName(), failure);
        PrintWriter err = command.getErr();
        int exitCode = ExitCode.FAILED;
        if (failure instanceof CommandFailure explained) {
            err.println("segue: " + explained.sentence());
            explained.details().forEach(line -> err.println("  " + line));
            exitCode = explained.exitCode();
        } else if (failure instanceof InvalidConfig invalid) {
            err.println("segue: " + invalid.sentence());
            invalid.problems().forEach(problem -> err.println("  " + problem));
            err.println(InvalidConfig.READ_ON);
            exitCode = ExitCode.WRONG_USAGE;
        } else if (failure instanceof RegistryFailure registry) {
            err.println("segue: " + Sentence.ended(registry.getMessage()));
        } else {
            err.println("segue: " + Sentence.ended("This should not have happened: " + failure) + " "
                    + LogFile.details() + " Please report them.");
        }
        err.flush();
        return exitCode;
    }
}
