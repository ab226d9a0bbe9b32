package dev.segue.app.cli;

import dev.segue.app.config.OptionSet;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A command of {@code segue}, made of picocli's annotations, which returns its exit code. Whatever is on the class path and named
 * in {@code META-INF/services} is part of the command line, so a jar without a module has fewer commands.
 */
public interface Subcommand extends Callable<Integer> {

    /** The keys that it reads from a configuration file; empty when it reads none. */
    default Optional<OptionSet> options() {
        return Optional.empty();
    }
}
