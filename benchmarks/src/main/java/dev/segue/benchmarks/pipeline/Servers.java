package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A broker and a schema registry in a process of their own, so that their cost is not measured. */
public final class Servers implements AutoCloseable {

    private final Process process;
    private final KafkaCluster cluster;
    private final RegistryAccess registry;

    private Servers(Process process, KafkaCluster cluster, RegistryAccess registry) {
        this.process = process;
        this.cluster = cluster;
        this.registry = registry;
    }

    /** Serves until this process's standard input is closed. */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.ANY);
                Registry registry = Registry.start(LoopbackPorts.ANY, folder.resolve("registry.log"))) {
            System.out.println(kafka.bootstrapServers());
            System.out.println(registry.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    /** Starts them, and waits until they are ready. */
    public static Servers start(Path folder) throws IOException {
        Process process = new Java("1g", List.of()).start(Servers.class, List.of(folder.toString()));
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String kafka = said.readLine();
        String registry = said.readLine();
        if (registry == null) {
            process.destroy();
            throw new IOException("The broker and the schema registry did not start; see their log.");
        }
        return new Servers(process, KafkaCluster.at(kafka), RegistryAccess.at(registry));
    }

    /** The broker. */
    public KafkaCluster cluster() {
        return cluster;
    }

    /** The schema registry. */
    public RegistryAccess registry() {
        return registry;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
