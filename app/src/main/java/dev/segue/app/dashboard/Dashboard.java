package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.Page;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Memory;
import java.time.Duration;

/** A page that is running: what the topics tell, followed and shown, until it is closed. */
public final class Dashboard implements AutoCloseable {

    private final Page page;
    private final TopicFollower follower;

    private Dashboard(Page page, TopicFollower follower) {
        this.page = page;
        this.follower = follower;
    }

    /** Three times as long as an answer may take; brokers that start at the same time are up by then, or soon after. */
    private static final Duration USUAL_STARTUP = Duration.ofSeconds(15);

    /** Serves the page of an installation, whose brokers are expected to run. */
    public static Dashboard open(
            KafkaCluster cluster, RegistryAccess registry, Topics topics, Memory memory, PageSettings settings)
            throws CannotServe {
        return open(cluster, registry, topics, memory, settings, USUAL_STARTUP);
    }

    /**
     * Serves the page at once, and reads the topics from their first record on; those that are not there yet, and brokers
     * and registry while they do not answer, are waited for.
     *
     * @param memory that was told nothing yet
     * @param startup how long brokers that do not answer yet are said to be starting, rather than in trouble
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Dashboard open(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            PageSettings settings,
            Duration startup)
            throws CannotServe {
        // Whoever comes first is not told that there is nothing, but that nothing is known yet.
        TopicFollower follower = TopicFollower.of(cluster, registry, topics, memory, startup);
        Page page = Page.serve(memory, settings);
        follower.begin();
        return new Dashboard(page, follower);
    }

    /** Where it is, for a browser on this machine. */
    public String url() {
        return page.url();
    }

    @Override
    public void close() {
        follower.close();
        page.close();
    }
}
