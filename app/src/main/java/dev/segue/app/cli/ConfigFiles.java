package dev.segue.app.cli;

import dev.segue.app.Jobs;
import dev.segue.app.config.Config;
import dev.segue.app.config.InvalidConfig;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Reads the configuration of a command; knows the keys of all other commands, for better messages. */
public final class ConfigFiles {

    private ConfigFiles() {}

    /**
     * Reads the file, and prints a warning for everything that may be wrong with it.
     *
     * @throws InvalidConfig with everything that is wrong with it
     */
    public static Config read(Path file, OptionSet options, Terminal terminal) {
        Config config = Config.read(file, options.beside(everyReader()), System.getenv());
        config.warnings().forEach(warning -> terminal.warn(file + ", " + warning));
        return config;
    }

    private static List<OptionSet> everyReader() {
        Stream<OptionSet> commands =
                ServiceLoader.load(Subcommand.class).stream().flatMap(ConfigFiles::readBy);
        return Stream.concat(Jobs.ALL.stream().map(Registration::options), commands)
                .toList();
    }

    /** The job jar for a cluster does not contain the page, so the page's keys are unknown there. */
    private static Stream<OptionSet> readBy(ServiceLoader.Provider<Subcommand> command) {
        try {
            return command.get().options().stream();
        } catch (LinkageError e) {
            return Stream.empty();
        }
    }
}
