package dev.segue.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this process: one node, its own controller, on the loopback address. The only class that uses
 * Kafka's internals, which may change in any release.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CLUSTER = "c2VndWUtZW1iZWRkZWQtMQ";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final AtomicReference<String> failure;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, AtomicReference<String> failure) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.failure = failure;
    }

    /**
     * Starts a broker and waits until it is ready.
     *
     * @param directory of its data; created when absent, reused when it contains a broker's data
     * @param port 1 to 65535, or {@link LoopbackPorts#ANY}
     * @throws CannotStart when the port is in use or the directory cannot be written
     */
    public static EmbeddedKafka start(Path directory, int port) throws CannotStart {
        return start(directory, port, Map.of());
    }

    /** Starts a broker with further settings, by Kafka's own keys. */
    public static EmbeddedKafka start(Path directory, int port, Map<String, String> more) throws CannotStart {
        int broker = LoopbackPorts.claim(port, "Kafka");
        int controller = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka's controller");
        AtomicReference<String> failure = survivingFatalFaults();
        try {
            Files.createDirectories(directory);
            format(directory);
            Properties settings = settings(directory, broker, controller);
            settings.putAll(more);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, LoopbackPorts.HOST + ":" + broker, failure);
        } catch (IOException e) {
            throw new CannotStart("Kafka cannot write its data to " + directory + " (" + e + ").", e);
        } catch (Exception e) {
            String why = failure.get() == null ? e.toString() : failure.get();
            throw new CannotStart("Kafka cannot start with its data in " + directory + ": " + why, e);
        }
    }

    /** Where clients connect: {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Why the broker stopped, such as a full disk; empty while it works. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** On a fatal fault Kafka ends the whole process. This one must survive, to explain the fault. */
    private static AtomicReference<String> survivingFatalFaults() {
        AtomicReference<String> failure = new AtomicReference<>();
        Exit.Procedure remember = (status, message) -> {
            failure.compareAndSet(null, message == null ? "its log has the reason" : message);
            throw new IllegalStateException("Kafka stopped: " + failure.get());
        };
        Exit.setExitProcedure(remember);
        Exit.setHaltProcedure(remember);
        return failure;
    }

    private static void format(Path directory) throws Exception {
        String log = directory.toString();
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(CLUSTER)
                .setIgnoreFormatted(true)
                .setDirectories(List.of(log))
                .setMetadataLogDirectory(log)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Properties settings(Path directory, int broker, int controller) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@" + LoopbackPorts.HOST + ":" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", listener("BROKER", broker) + "," + listener("CONTROLLER", controller)),
                Map.entry("advertised.listeners", listener("BROKER", broker)),
                Map.entry("inter.broker.listener.name", "BROKER"),
                Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // While everything starts at the same time on few cores, the only broker must not be fenced.
                Map.entry("broker.session.timeout.ms", "60000"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // The defaults reserve 128 MB and 10 MB per partition, for large clusters.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.index.size.max.bytes", "1048576")));
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + LoopbackPorts.HOST + ":" + port;
    }
}
