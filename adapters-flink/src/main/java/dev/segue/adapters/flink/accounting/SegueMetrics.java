package dev.segue.adapters.flink.accounting;

import dev.segue.domain.clock.Clocks;
import org.apache.flink.metrics.MetricGroup;

/** Where Segue's metrics are in Flink: within those of their operator, in the group {@code segue}. */
public final class SegueMetrics {

    /** A value that is not known yet. Neither Prometheus' aggregations nor its comparisons take it for a number. */
    public static final double NOT_KNOWN = Double.NaN;

    private static final String GROUP = "segue";

    private SegueMetrics() {}

    /** The group of an operator. */
    public static MetricGroup of(MetricGroup operator) {
        return operator.addGroup(GROUP);
    }

    /** A clock as a metric: in epoch milliseconds, {@link #NOT_KNOWN} before it has started and after its end. */
    public static double clock(long time) {
        return time == Clocks.NOT_STARTED || time == Clocks.ENDED ? NOT_KNOWN : time;
    }
}
