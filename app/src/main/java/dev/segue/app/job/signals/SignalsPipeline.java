package dev.segue.app.job.signals;

import dev.segue.adapters.flink.intake.EventReceptionOperator;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.flink.signal.SignalOperator;
import dev.segue.adapters.flink.signal.SignalTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.rules.StateRules;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.now.Signal;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From received playback events to signals: the same function for the live job and for tests. */
public final class SignalsPipeline {

    private SignalsPipeline() {}

    /**
     * Defines the pipeline.
     *
     * @param received events as read, with the acceptance clock as watermark
     * @param reading the rules by which they are read
     * @param catalogue with the songs to choose from
     * @param flushEvery how long an event may wait in a network buffer between two workers
     * @param job the job's name, for its health
     */
    public static SignalStreams define(
            DataStream<Received<PlaybackRecord>> received,
            StateRules reading,
            CatalogueAccess catalogue,
            SignalRules rules,
            Duration flushEvery,
            String job) {
        SingleOutputStreamOperator<PlaybackRecord> records = received.transform(
                        "count, reject, enrich",
                        IntakeTypes.RECORDS,
                        new EventReceptionOperator(job, catalogue, reading))
                .uid("reception")
                .setParallelism(received.getParallelism())
                .setBufferTimeout(flushEvery.toMillis());
        SingleOutputStreamOperator<Signal> signals = records.keyBy(PlaybackRecord::listener, Types.STRING)
                .transform("signals of a listener", SignalTypes.SIGNALS, new SignalOperator(job, rules, catalogue))
                .uid("signals");
        return new SignalStreams(
                signals,
                records.getSideOutput(EventReceptionOperator.HEALTH)
                        .union(signals.getSideOutput(SignalOperator.HEALTH)));
    }
}
