package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The usable events among what arrives, for the sides that have no reception. */
final class HeardEvents {

    private HeardEvents() {}

    static DataStream<PlaybackEvent> of(DataStream<Arrival> arrivals) {
        return arrivals.filter(Arrival.Heard.class::isInstance)
                .uid("heard")
                .map(arrival -> ((Arrival.Heard) arrival).event())
                .returns(IntakeTypes.EVENTS)
                .uid("events");
    }
}
