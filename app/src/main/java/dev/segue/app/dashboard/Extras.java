package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page does only where its configuration asks for it.
 *
 * @param notes whether whoever sees the page may write notes about incidents
 * @param deadLetters whether it shows examples of rejected records, which may name listeners
 */
record Extras(boolean notes, boolean deadLetters) {

    static final Extras NONE = new Extras(false, false);

    /** All topics that the page reads. */
    List<Topic> topics() {
        List<Topic> all = new ArrayList<>(Followed.TOPICS);
        if (notes) {
            all.add(Topics.ALERT_NOTES);
        }
        if (deadLetters) {
            all.add(Topics.DEAD_LETTERS);
        }
        return all;
    }
}
