package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.topic.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The topics that one run writes to. */
public record Outputs(Servers servers, Topics topics) {

    /** Creates them. */
    public static Outputs create(Servers servers, Topics topics) throws Exception {
        Playback.createTopics(servers.cluster(), topics, names(topics));
        return new Outputs(servers, topics);
    }

    /**
     * What was written.
     *
     * @param events number of events that were read for it
     */
    public Tape tape(long events) {
        return Tape.of(events, servers.cluster(), topics.sessions(), topics.plays());
    }

    /** Deletes them. */
    public void delete() throws Exception {
        try (Admin admin = Admin.create(servers.cluster().propertiesWith(Map.of()))) {
            admin.deleteTopics(names(topics)).all().get();
        }
    }

    private static List<String> names(Topics topics) {
        return List.of(topics.sessions(), topics.plays(), topics.late(), topics.deadLetters(), topics.health());
    }
}
