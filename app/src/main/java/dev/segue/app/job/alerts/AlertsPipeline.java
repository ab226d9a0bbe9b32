package dev.segue.app.job.alerts;

import dev.segue.adapters.flink.alert.AlertOperator;
import dev.segue.adapters.flink.alert.AlertTypes;
import dev.segue.adapters.flink.intake.ReceptionOperator;
import dev.segue.adapters.flink.kpi.KpiTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.kpi.KpiRow;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From received KPI rows to incidents. */
final class AlertsPipeline {

    private static final String STAGE = "reception";

    private AlertsPipeline() {}

    /**
     * Defines the pipeline.
     *
     * @param received KPI rows as read, with the acceptance clock in the rows as watermark
     * @param mostSeries the maximum number of watched series
     * @param job the job's name, for its health
     */
    static AlertStreams define(
            DataStream<Received<KpiRow>> received, Watch watch, AlertRules rules, int mostSeries, String job) {
        SingleOutputStreamOperator<KpiRow> rows = received.transform(
                        "count, reject", KpiTypes.KPI_ROWS, ReceptionOperator.<KpiRow>accepting(job, STAGE))
                .uid("reception")
                .setParallelism(received.getParallelism());
        SingleOutputStreamOperator<Incident> incidents = rows.flatMap(new WatchedRows(watch))
                .returns(AlertTypes.OBSERVATIONS)
                .name("what policies watch")
                .uid("what-policies-watch")
                .setParallelism(received.getParallelism())
                .keyBy(observation -> observation.series().key(), Types.STRING)
                .transform(
                        "incidents of a series", AlertTypes.INCIDENTS, new AlertOperator(job, watch, rules, mostSeries))
                .uid("incidents");
        return new AlertStreams(
                incidents,
                rows.getSideOutput(ReceptionOperator.DEAD_LETTERS),
                rows.getSideOutput(ReceptionOperator.HEALTH).union(incidents.getSideOutput(AlertOperator.HEALTH)));
    }
}
