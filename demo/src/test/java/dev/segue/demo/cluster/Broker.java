package dev.segue.demo.cluster;

import dev.segue.stack.CannotStart;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A Kafka broker as a process, whose data outlives it. */
record Broker(Part process, String bootstrapServers) implements AutoCloseable {

    static Broker start(Home home) throws IOException, InterruptedException, CannotStart {
        int port = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka");
        int controller = LoopbackPorts.claim(LoopbackPorts.ANY, "Kafka's controller");
        String properties = home.configured(
                        "kafka.properties",
                        List.of(
                                "process.roles=broker,controller",
                                "node.id=1",
                                "controller.quorum.voters=1@127.0.0.1:" + controller,
                                "controller.listener.names=CONTROLLER",
                                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                                "log.dirs=" + home.data("kafka"),
                                "offsets.topic.replication.factor=1",
                                "offsets.topic.num.partitions=4",
                                "transaction.state.log.replication.factor=1",
                                "transaction.state.log.min.isr=1",
                                "transaction.state.log.num.partitions=4",
                                "share.coordinator.state.topic.replication.factor=1",
                                "share.coordinator.state.topic.min.isr=1",
                                "group.initial.rebalance.delay.ms=0",
                                "auto.create.topics.enable=false"))
                .toString();
        Part format = Part.start(
                "kafka-format",
                home.java(
                        "kafka",
                        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                        "kafka.tools.StorageTool",
                        List.of("format", "-t", "c2VndWUtY2x1c3Rlci0wMQ", "-c", properties)),
                Map.of(),
                home.logs());
        if (format.exitCode() != 0) {
            throw new IOException("Kafka's folder cannot be formatted: see " + format.output());
        }
        Part process = Part.start(
                "kafka",
                home.java("kafka", List.of("-Xmx700m", "-XX:TieredStopAtLevel=1"), "kafka.Kafka", List.of(properties)),
                Map.of(),
                home.logs());
        return new Broker(process, "127.0.0.1:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
