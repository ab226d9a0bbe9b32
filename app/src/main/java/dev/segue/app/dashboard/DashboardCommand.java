package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.LogFile;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.option.TopicOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue dashboard}: serves the page that shows the jobs' results. */
@Command(name = "dashboard", description = "Serves a live page of the jobs' results, from their topics.")
public final class DashboardCommand implements Subcommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "How to reach Kafka and the registry, and the page's options, in YAML; docs/dashboard.md"
                    + " explains them, docs/configuration.md every key.")
    private Path file;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on, instead of dashboard.bind.")
    private String address;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on, instead of dashboard.port; 0 for any free port.")
    private Integer port;

    @Override
    public Optional<OptionSet> options() {
        return Optional.of(DashboardOptions.ALL);
    }

    @Override
    public Optional<KafkaUse> uses(Config config) {
        Extras extras = DashboardOptions.extras(config);
        TopicUse use =
                TopicUse.of(TopicOptions.from(config)).reading(extras.topics().toArray(Topic[]::new));
        return Optional.of(KafkaUse.ofReader(extras.notes() ? use.writing(Topics.ALERT_NOTES) : use));
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(spec);
        Config config = ConfigFiles.read(file, DashboardOptions.ALL, terminal);
        try (ServedPage page = ServedPage.open(config, address, port)) {
            terminal.say("The page is at " + page.url() + (page.asksForToken() ? "?token=... (dashboard.token)" : ""));
            terminal.say("Serving it until stopped (Ctrl-C). " + LogFile.inWords());
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }
}
