package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * The acceptance clock of files that are read in order as one stream: the newest event so far, with no
 * out-of-orderness. It emits a watermark after every event that advances it, so that the next event is judged by it.
 *
 * <p>The session operator decides which events are late, but it sees events, and a user needs lines. No event overtakes
 * another between this reader and that operator, and both apply the same rule with the same clock, so both find the
 * same lines late. {@code CurrentSessions} compares the two counts.
 */
final class StreamClock implements EventEmitter {

    private static final String ALL_FILES = "all files";

    private final PartitionClocks<String> clocks = new PartitionClocks<>(0);
    private final LateLines late;
    private long time = Clocks.NOT_STARTED;

    /**
     * A clock that has not started.
     *
     * @param late receives the late lines
     */
    StreamClock(LateLines late) {
        this.late = late;
        clocks.assigned(ALL_FILES);
    }

    @Override
    public void emit(
            Received<PlaybackRecord> received,
            InputFile file,
            long line,
            ReaderOutput<Received<PlaybackRecord>> output) {
        EventEmitter.emit(received, output);
        if (received instanceof Received.Message<PlaybackRecord> recognised
                && recognised.content() instanceof PlaybackEvent event) {
            long occurredAt = event.occurredAt();
            late.judge(file.name(), line, occurredAt, time);
            clocks.observe(ALL_FILES, occurredAt);
            advance(output);
        }
    }

    private void advance(ReaderOutput<Received<PlaybackRecord>> output) {
        long now = clocks.time();
        if (now > time) {
            time = now;
            output.emitWatermark(new Watermark(now));
        }
    }
}
