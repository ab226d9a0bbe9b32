package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.Page;
import dev.segue.adapters.web.server.PageMetrics;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Memory;
import java.time.Duration;

/** A running page: follows the topics and shows what they contain, until it is closed. */
public final class Dashboard implements AutoCloseable {

    private final Page page;
    private final TopicFollower follower;
    private final KafkaNotes notes;

    private Dashboard(Page page, TopicFollower follower, KafkaNotes notes) {
        this.page = page;
        this.follower = follower;
        this.notes = notes;
    }

    /** Three times the longest answer; brokers that start at the same time are up by then, or soon after. */
    private static final Duration USUAL_STARTUP = Duration.ofSeconds(15);

    /** Serves the page of an installation whose brokers are expected to run. */
    public static Dashboard open(
            KafkaCluster cluster, RegistryAccess registry, Topics topics, Memory memory, PageSettings settings)
            throws CannotServe {
        return open(cluster, registry, topics, memory, settings, Extras.NONE);
    }

    /**
     * Serves the page of an installation whose brokers are expected to run.
     *
     * @param extras what the page does only where it is asked to
     */
    static Dashboard open(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            PageSettings settings,
            Extras extras)
            throws CannotServe {
        return open(cluster, registry, topics, memory, settings, extras, USUAL_STARTUP);
    }

    /** Serves the page of brokers that may start later, without extras. */
    public static Dashboard open(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            PageSettings settings,
            Duration startup)
            throws CannotServe {
        return open(cluster, registry, topics, memory, settings, Extras.NONE, startup);
    }

    /**
     * Serves the page at once, and reads the topics from their first record on. Waits for topics that do not exist yet,
     * and for brokers and registry while they do not answer.
     *
     * @param memory empty
     * @param extras what the page does only where it is asked to
     * @param startup how long brokers that do not answer yet are shown as starting, instead of as a problem
     * @throws CannotServe when the address or the port cannot be used
     */
    private static Dashboard open(
            KafkaCluster cluster,
            RegistryAccess registry,
            Topics topics,
            Memory memory,
            PageSettings settings,
            Extras extras,
            Duration startup)
            throws CannotServe {
        PageMetrics metrics = new PageMetrics();
        // The follower reports first, so that the page shows "not known yet" to early visitors, instead of "nothing".
        TopicFollower follower = TopicFollower.of(cluster, registry, topics, memory, startup, metrics, extras);
        KafkaNotes notes = extras.notes() ? new KafkaNotes(cluster, registry, topics.alertNotes()) : null;
        Page page = Page.serve(memory, settings, metrics, notes);
        follower.begin();
        return new Dashboard(page, follower, notes);
    }

    /** The page's address, for a browser on this machine. */
    public String url() {
        return page.url();
    }

    @Override
    public void close() {
        follower.close();
        page.close();
        if (notes != null) {
            notes.close();
        }
    }
}
