package dev.segue.app.job;

import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicUse;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that runs on Flink. Built on the client; only the streams it defines are sent to the workers. */
public interface Job {

    /** The topics that it reads and writes. It starts only when all of them are as it needs them. */
    TopicUse topics();

    /**
     * Defines its streams on Flink: read, define, write. Does not connect to anything.
     *
     * @param topics what the broker reported about {@link #topics}
     */
    void define(StreamExecutionEnvironment flink, TopicCheck topics);
}
