package dev.segue.app.webhook;

import dev.segue.adapters.kafka.access.KafkaUse;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.cli.ConfigFiles;
import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.Subcommand;
import dev.segue.app.cli.Terminal;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.KafkaSettings;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import dev.segue.app.option.WebhookOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue webhook}: posts incidents to a chat or on-call tool. */
@Command(
        name = "webhook",
        description = "Posts incidents as JSON in Slack's format to webhook.url until it is stopped. Retries while the"
                + " webhook does not accept; no job waits for it.")
public final class WebhookCommand implements Subcommand {

    private static final String NAME = "webhook";

    /** It reads the file of the alerts job, where the address is optional; here it is required. */
    public static final OptionSet OPTIONS =
            AlertsJob.REGISTRATION.options().readBy("segue webhook").requiring(WebhookOptions.URL);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The configuration file of the alerts job; docs/configuration.md explains every key.")
    private Path file;

    @Override
    public Optional<OptionSet> options() {
        return Optional.of(OPTIONS);
    }

    @Override
    public Optional<KafkaUse> uses(Config config) {
        return Optional.of(new KafkaUse(
                TopicUse.of(TopicOptions.from(config)).reading(Topics.ALERTS),
                true,
                Optional.of(group(config, KafkaOptions.from(config, NAME))),
                Optional.empty()));
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(spec);
        Config config = ConfigFiles.read(file, OPTIONS, terminal);
        URI url = config.get(WebhookOptions.URL);
        warnAbout(url, terminal);
        KafkaSettings kafka = KafkaOptions.from(config, NAME);
        String topic = TopicOptions.from(config).alerts();
        check(kafka, uses(config).orElseThrow().topics());
        Deliveries deliveries = new Deliveries(InstantSource.system());
        try (WebhookProbes probes = probes(config, deliveries);
                IncidentCourier courier = courier(config, kafka, topic, url, terminal::warn, deliveries)) {
            if (probes != null) {
                terminal.say("Its metrics are at " + probes.url() + "metrics.");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(courier::stop));
            terminal.say("Posting incidents from " + topic + " to " + url.getHost() + " until stopped (Ctrl-C).");
            courier.run(topic);
        } catch (KafkaException e) {
            throw new CommandFailure(
                    KafkaTrouble.inWords(
                            kafka.cluster(), e, message -> "Incidents cannot be read from " + topic + ": " + message),
                    e);
        }
        return ExitCode.OK;
    }

    /** Null when none are wanted. */
    private static WebhookProbes probes(Config config, Deliveries deliveries) {
        return config.find(WebhookOptions.METRICS_PORT)
                .map(port -> WebhookProbes.serve(
                        config.get(WebhookOptions.METRICS_BIND), port, deliveries, longestWait(config)))
                .orElse(null);
    }

    /** For the schema of an incident, and then for the webhook's answer. */
    static Duration longestWait(Config config) {
        return RegistryOptions.from(config).patience().plus(config.get(WebhookOptions.TIMEOUT));
    }

    private static IncidentCourier courier(
            Config config, KafkaSettings kafka, String topic, URI url, Consumer<String> log, Deliveries deliveries) {
        return new IncidentCourier(
                kafka.cluster()
                        .propertiesWith(
                                Map.of(),
                                Map.of(
                                        "group.id", group(config, kafka),
                                        "enable.auto.commit", "false",
                                        "auto.offset.reset", "latest",
                                        "isolation.level", "read_committed")),
                new IncidentCodec(RegistryOptions.from(config).connect(), topic),
                new Webhook(url, config.get(WebhookOptions.TIMEOUT), credentials(config)),
                config.get(WebhookOptions.EVERY_REVISION),
                config.get(WebhookOptions.LONGEST_PAUSE),
                config.get(WebhookOptions.PATIENCE),
                log,
                deliveries);
    }

    private static Credentials credentials(Config config) {
        return new Credentials(
                config.secret(WebhookOptions.AUTHORIZATION),
                config.secret(WebhookOptions.SECRET),
                InstantSource.system());
    }

    /** Its own consumer group, even if the job's group is configured. */
    private static String group(Config config, KafkaSettings kafka) {
        return config.find(KafkaOptions.GROUP_ID)
                .map(group -> group + "-" + NAME)
                .orElse(kafka.groupId());
    }

    private static void check(KafkaSettings kafka, TopicUse topics) throws InterruptedException {
        try {
            new TopicAdmin(kafka.cluster()).check(topics);
        } catch (TopicsUnfit e) {
            throw CommandFailure.of("Incidents cannot be read", e.problems());
        }
    }

    private static void warnAbout(URI url, Terminal terminal) {
        if (url.getScheme().equals("http") && !isLoopback(url.getHost())) {
            terminal.warn("webhook.url is not https: anyone on the network path to " + url.getHost()
                    + " can read incidents.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
