package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Memory.Fill;
import dev.segue.adapters.web.store.Topic;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the page is doing, for Prometheus: numbers and the names of topics, nothing about any listener. Most of it is looked up
 * when it is asked for.
 */
public final class PageMetrics {

    private static final String TOPIC = "topic";
    private static final String KIND = "kind";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter records = Counter.builder()
            .name("segue_page_records_total")
            .help("Records read.")
            .labelNames(TOPIC)
            .register(registry);

    /** The page follows a topic, of which nothing was read yet. */
    public void follows(String topic) {
        records.initLabelValues(topic);
    }

    /** A record of a topic was read. */
    public void recordRead(String topic) {
        records.labelValues(topic).inc();
    }

    /** Adds what there is to say about a page. */
    void watch(Memory memory, Live live, Traffic traffic) {
        gauge("segue_page_clients", "Browsers that have the page open.", live::watchers);
        CounterWithCallback.builder()
                .name("segue_page_sent_bytes_total")
                .help("Bytes sent to browsers, without headers.")
                .callback(to -> to.call((double) traffic.bytes()))
                .register(registry);
        gauge(
                "segue_page_ready",
                "1 if every topic that exists has been read to its end once, as /readyz says.",
                () -> bit(Readiness.of(memory.topics()).isReady()));
        gauge(
                "segue_page_reading",
                "0 if Kafka or the registry cannot be read.",
                () -> bit(memory.trouble().isEmpty() && memory.awaited().isEmpty()));
        perTopic("segue_page_topic_lag_records", "Records not read yet.", memory, Topic::behind);
        perTopic(
                "segue_page_topic_live",
                "1 if new records are read at once; 0 if the topic is missing, or not read to its end.",
                memory,
                topic -> bit(topic.state() == Topic.State.LIVE));
        CounterWithCallback.builder()
                .name("segue_page_unusable_records_total")
                .help("Records that could not be used.")
                .labelNames(TOPIC)
                .callback(to -> memory.topics().forEach(topic -> to.call((double) topic.unusable(), topic.name())))
                .register(registry);
        perKind("segue_page_memory_entries", "Entries in memory.", memory, Fill::count);
        perKind("segue_page_memory_max_entries", "Entries that there may be.", memory, Fill::most);
        perKind("segue_page_memory_bytes", "Estimate of the bytes that they take.", memory, Fill::bytes);
        perKind("segue_page_memory_max_bytes", "Bytes that they may take.", memory, Fill::mostBytes);
        CounterWithCallback.builder()
                .name("segue_page_memory_evicted_total")
                .help("Entries evicted to make room.")
                .labelNames(KIND)
                .callback(to -> fills(memory).forEach((kind, fill) -> to.call((double) fill.evicted(), kind)))
                .register(registry);
    }

    MetricSnapshots now() {
        return registry.scrape();
    }

    private void gauge(String name, String help, Supplier<Integer> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(to -> to.call(value.get()))
                .register(registry);
    }

    private void perTopic(String name, String help, Memory memory, Function<Topic, Number> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(TOPIC)
                .callback(to -> memory.topics()
                        .forEach(topic -> to.call(value.apply(topic).doubleValue(), topic.name())))
                .register(registry);
    }

    private void perKind(String name, String help, Memory memory, Function<Fill, Long> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(KIND)
                .callback(to -> fills(memory)
                        .forEach((kind, fill) -> to.call(value.apply(fill).doubleValue(), kind)))
                .register(registry);
    }

    private static Map<String, Fill> fills(Memory memory) {
        return Map.of(
                "sessions", memory.sessionFill(),
                "rows", memory.rowFill(),
                "incidents", memory.incidentFill(),
                "signals", memory.signalFill());
    }

    private static int bit(boolean is) {
        return is ? 1 : 0;
    }
}
