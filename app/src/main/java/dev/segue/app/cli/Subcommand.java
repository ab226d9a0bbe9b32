package dev.segue.app.cli;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A command of {@code segue}, with picocli's annotations; returns its exit code. The command line has every command
 * that is on the class path and listed in {@code META-INF/services}, so a jar without a module has fewer commands.
 */
public interface Subcommand extends Callable<Integer> {

    /** The keys that the command reads from a configuration file; empty when it reads none. */
    default Optional<OptionSet> options() {
        return Optional.empty();
    }

    /**
     * What the command does on the Kafka cluster, if it runs next to the jobs, as a user of its own.
     *
     * @param config has at least the keys of {@link #options}
     */
    default Optional<KafkaUse> uses(Config config) {
        return Optional.empty();
    }
}
