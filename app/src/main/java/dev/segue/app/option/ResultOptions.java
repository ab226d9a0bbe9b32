package dev.segue.app.option;

import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.time.Duration;

/** How a job reads the results of other jobs. Shared by every job that does. */
public final class ResultOptions {

    /** 1 min, as for playback, so that a quiet partition causes the same delay at every stage. */
    private static final Duration USUAL_SILENCE = Duration.ofMinutes(1);

    /** Results in one partition are in the order in which they were written. */
    private static final long NO_DISORDER = 0;

    public static final Setting<Boolean> COMMITTED_ONLY = Setting.flag("results.committed-only")
            .defaultsTo(
                    true,
                    "Whether to skip records of open and aborted transactions. If not, a job that reads the results"
                            + " of an exactly-once job sees records that may be aborted later.");

    public static final Setting<Duration> IDLE_AFTER = Setting.durationOrZero("results.idle-after")
            .defaultsTo(
                    USUAL_SILENCE,
                    "After how long without usable records a partition that has been read to its end becomes idle, so"
                            + " that the acceptance clock no longer waits for it.");

    public static final OptionGroup GROUP = OptionGroup.of(
            "Results of other jobs", "How a job reads the results of other jobs.", COMMITTED_ONLY, IDLE_AFTER);

    private ResultOptions() {}

    /**
     * Reads this group.
     *
     * @param topic of results
     * @param group the consumer group
     */
    public static TopicReading from(Config config, String topic, String group) {
        return new TopicReading(
                topic,
                group,
                config.get(COMMITTED_ONLY),
                NO_DISORDER,
                config.get(IDLE_AFTER).toMillis());
    }
}
