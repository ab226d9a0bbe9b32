package dev.segue.app.job;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicCheck;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that runs on Flink. Built on the client; only the streams it defines are sent to the workers. */
public interface Job {

    /** The topics that must exist before it starts. */
    List<String> topics();

    /**
     * Warnings for the person who starts the job, one sentence each.
     *
     * @param topics what the broker reported about {@link #topics}
     */
    List<String> warnings(TopicCheck topics);

    /**
     * Defines its streams on Flink: read, define, write. Does not connect to anything.
     *
     * @param topics what the broker reported about {@link #topics}
     */
    void define(StreamExecutionEnvironment flink, TopicCheck topics);

    /** The topics of the platform that it writes; the registry needs their schemas. */
    default List<Topic> written() {
        return List.of();
    }
}
