package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The usable events of the input, for pipelines without a reception operator. */
final class UsableEvents {

    private UsableEvents() {}

    static DataStream<PlaybackEvent> of(DataStream<Received<PlaybackRecord>> received) {
        return received.filter(Received.Message.class::isInstance)
                .uid("usable")
                .map(one -> (PlaybackEvent) ((Received.Message<PlaybackRecord>) one).content())
                .returns(IntakeTypes.EVENTS)
                .uid("events");
    }
}
