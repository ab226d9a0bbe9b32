package dev.segue.benchmarks.pipeline;

import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Advances the acceptance clock with the events, in steps of ten seconds. The source emits watermarks at wall-clock
 * intervals suited to live traffic; in a backlog, a slow pipeline would then get more watermarks per event than a fast
 * one, and emit more.
 */
final class SteadyClock implements WatermarkGenerator<Received<PlaybackRecord>> {

    private static final long STEP_MS = 10_000;

    private final long outOfOrdernessMs;
    private long emitted;

    SteadyClock(long outOfOrdernessMs) {
        this.outOfOrdernessMs = outOfOrdernessMs;
    }

    @Override
    public void onEvent(Received<PlaybackRecord> received, long occurredAt, WatermarkOutput output) {
        long time = occurredAt - outOfOrdernessMs;
        if (time >= emitted + STEP_MS) {
            emitted = time;
            output.emitWatermark(new Watermark(time));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // The wall clock has no effect.
    }
}
