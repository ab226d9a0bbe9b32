package dev.segue.app.topic;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.app.Jobs;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.config.Config;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A part of an installation that runs as a user of its own: a job, the webhook, the page.
 *
 * @param name the word by which the command line names it
 */
record Program(String name, KafkaUse use) {

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
