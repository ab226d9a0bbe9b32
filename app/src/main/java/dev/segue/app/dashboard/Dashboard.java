package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.kept.Memory;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.Page;
import dev.segue.adapters.web.server.PageSettings;

/** A page that is running: what the topics tell, followed and shown, until it is closed. */
public final class Dashboard implements AutoCloseable {

    private final Page page;
    private final TopicFollower follower;

    private Dashboard(Page page, TopicFollower follower) {
        this.page = page;
        this.follower = follower;
    }

    /**
     * Serves the page at once, and reads the topics from their first record on; those that are not there yet, and brokers
     * and registry while they do not answer, are waited for.
     *
     * @param memory that was told nothing yet
     * @throws CannotServe when the address or the port cannot be used
     */
    public static Dashboard open(
            KafkaCluster cluster, RegistryAccess registry, Topics topics, Memory memory, PageSettings settings)
            throws CannotServe {
        Page page = Page.serve(memory, settings);
        return new Dashboard(page, TopicFollower.follow(cluster, registry, topics, memory));
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
