package dev.segue.app.job;

import dev.segue.adapters.kafka.topic.TopicCheck;
import java.util.List;

/**
 * A job can start.
 *
 * @param topics what the broker reported about its topics
 * @param warnings what may be wrong nevertheless, for the person who starts it; one explanation each
 */
public record Ready(TopicCheck topics, List<String> warnings) {

    public Ready {
        warnings = List.copyOf(warnings);
    }
}
