package dev.segue.adapters.kafka.topic;

/**
 * How long a topic holds what is on it now, or what is deleted from it now, at the longest. Times are in milliseconds.
 *
 * @param values how long the values stay; {@link #NO_LIMIT} if the settings do not say
 * @param keys how long tombstones and their keys stay, as long as the topic is written to; {@link #NO_LIMIT} if the settings do
 *     not say
 * @param because the settings that it follows from, such as "retention.ms=1000"
 */
public record Retention(long values, long keys, String because) {

    /** For ever, or until somebody changes the settings. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    static Retention of(TopicState state) {
        return state.isCompacted() ? compacted(state) : deleted(state);
    }

    /** A segment is deleted when the newest record in it has expired. */
    private static Retention deleted(TopicState state) {
        long retention = state.number("retention.ms");
        long longest = retention < 0 ? NO_LIMIT : plus(retention, state.number("segment.ms"));
        return new Retention(longest, longest, settings(state, "retention.ms", "segment.ms"));
    }

    /** The cleaner removes a value once its key is written again, and a tombstone in the first pass after its retention. */
    private static Retention compacted(TopicState state) {
        long lag = state.number("max.compaction.lag.ms");
        return new Retention(
                lag,
                plus(plus(lag, state.number("delete.retention.ms")), lag),
                settings(state, "max.compaction.lag.ms", "delete.retention.ms"));
    }

    private static String settings(TopicState state, String... keys) {
        StringBuilder all = new StringBuilder();
        for (String key : keys) {
            all.append(all.isEmpty() ? "" : ", ").append(key).append('=').append(state.setting(key));
        }
        return all.toString();
    }

    private static long plus(long time, long more) {
        return time > NO_LIMIT - more ? NO_LIMIT : time + more;
    }
}
