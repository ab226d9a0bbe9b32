package dev.segue.app.topic;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.app.Jobs;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.Registration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A part of an installation that runs as a user of its own: a job, the webhook, the page.
 *
 * @param name the word by which the command line names it
 */
record Program(String name, KafkaUse use) {

    /** The options of the file of any program. */
    static OptionSet options() {
        return OptionSet.ofAny(
                "segue topics",
                Stream.concat(
                                Jobs.ALL.stream().map(Registration::options),
                                ConfigFiles.ofCommands(Subcommand::options).stream())
                        .toList());
    }

    /** All programs, jobs first. */
    static List<Program> all(Config config) {
        Stream<Program> jobs = Jobs.ALL.stream()
                .map(job -> new Program(job.name(), job.build(config).uses()));
        Stream<Program> commands = ConfigFiles.ofCommands(command -> command.uses(config)
                        .map(use -> new Program(
                                CommandSpec.forAnnotatedObject(command).name(), use)))
                .stream();
        return Stream.concat(jobs, commands).toList();
    }
}
