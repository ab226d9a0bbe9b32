package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.intake.ReceivedCodec;
import dev.segue.domain.kpi.KpiRow;

/** Writes what was read from the topic of KPI rows. */
public final class ReceivedKpiRowCodec extends ReceivedCodec<KpiRow> {

    public ReceivedKpiRowCodec() {
        super("received-kpi-row", new KpiRowCodec());
    }
}
