package dev.segue.app.option;

import dev.segue.adapters.kafka.source.TopicReading;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.time.Duration;

/** How a job reads what other jobs said. Shared by every job that does. */
public final class ResultOptions {

    /** 1 min, as of playback: what a quiet partition delays is the same all along the way. */
    private static final Duration USUAL_SILENCE = Duration.ofMinutes(1);

    /** What one partition holds is in the order in which it was said. */
    private static final long NO_DISORDER = 0;

    public static final Setting<Boolean> COMMITTED_ONLY = Setting.flag("results.committed-only")
            .defaultsTo(
                    true,
                    "Whether records of open and aborted transactions stay unread. Without it, a job that reads from one"
                            + " that writes exactly once sees what will be taken back.");

    public static final Setting<Duration> IDLE_AFTER = Setting.durationOrZero("results.idle-after")
            .defaultsTo(
                    USUAL_SILENCE,
                    "How long nothing usable must have come from a partition that has been read to its end before the"
                            + " clock does not wait for it any more.");

    public static final OptionGroup GROUP = OptionGroup.of(
            "Results of other jobs", "How a job reads what other jobs said.", COMMITTED_ONLY, IDLE_AFTER);

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
