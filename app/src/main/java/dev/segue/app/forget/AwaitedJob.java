package dev.segue.app.forget;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.app.option.KafkaOptions;
import java.util.List;

/**
 * A job of the installation that has to pass a point in its input.
 *
 * @param group the consumer group that it commits its offsets to
 * @param reads its input
 * @param writes its results
 */
record AwaitedJob(String name, String group, List<Topic> reads, List<Topic> writes) {

    /** Its name, with the group if that is not the usual one. */
    @Override
    public String toString() {
        return group.equals(KafkaOptions.usualGroup(name)) ? name : name + " (group " + group + ")";
    }
}
