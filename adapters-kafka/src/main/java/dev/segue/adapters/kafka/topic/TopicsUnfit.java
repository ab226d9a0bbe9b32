package dev.segue.adapters.kafka.topic;

/** The topics do not meet a job's needs. The message is for the person who starts the job, and says what to do. */
public final class TopicsUnfit extends Exception {

    private static final long serialVersionUID = 1;

    TopicsUnfit(String message) {
        super(message);
    }

    TopicsUnfit(String message, Throwable cause) {
        super(message, cause);
    }
}
