package dev.segue.app.job;

import dev.segue.adapters.kafka.topic.TopicCheck;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that can be put on Flink. Built on the client; only the streams it defines travel to the workers. */
public interface Job {

    /** The topics that must exist before it starts. */
    List<String> topics();

    /**
     * What the person who starts it should know, one sentence each.
     *
     * @param topics what the broker said about {@link #topics}
     */
    List<String> warnings(TopicCheck topics);

    /**
     * Defines its streams on Flink: read, define, write. Talks to nothing outside.
     *
     * @param topics what the broker said about {@link #topics}
     */
    void define(StreamExecutionEnvironment flink, TopicCheck topics);
}
