package dev.segue.app.job.alerts;

import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.kpi.KpiRow;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Turns a row into the observations that {@link Watch} finds in it. */
final class WatchedRows implements FlatMapFunction<KpiRow, Observation> {

    private static final long serialVersionUID = 1L;

    private final Watch watch;

    WatchedRows(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void flatMap(KpiRow row, Collector<Observation> out) {
        watch.in(row).forEach(out::collect);
    }
}
