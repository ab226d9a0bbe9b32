package dev.segue.app.cli;

import dev.segue.app.Jobs;
import dev.segue.app.config.Config;
import dev.segue.app.config.InvalidConfig;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
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

    /**
     * Every option of every job and command, for a command that takes the file of any of them.
     *
     * @param reader the command
     */
    public static OptionSet ofAnyProgram(String reader) {
        return OptionSet.ofAny(reader, everyReader());
    }

    private static List<OptionSet> everyReader() {
        return Stream.concat(Jobs.ALL.stream().map(Registration::options), ofCommands(Subcommand::options).stream())
                .toList();
    }

    /**
     * What the commands on the class path answer. The job jar for a cluster does not contain the page, so a command may
     * lack its classes there; then its answer is left out.
     */
    public static <T> List<T> ofCommands(Function<Subcommand, Optional<T>> asked) {
        return ServiceLoader.load(Subcommand.class).stream()
                .flatMap(command -> answered(command, asked))
                .toList();
    }

    private static <T> Stream<T> answered(
            ServiceLoader.Provider<Subcommand> command, Function<Subcommand, Optional<T>> asked) {
        try {
            return asked.apply(command.get()).stream();
        } catch (LinkageError e) {
            return Stream.empty();
        }
    }
}
