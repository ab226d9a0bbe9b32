package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.clock.PartitionClocks;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * Keeps the acceptance clock of files that are read one after the other as one stream: the newest event so far, with no
 * out-of-orderness. It follows every event that moves it as a watermark, so that the next one is judged by it.
 *
 * <p>Which events are late, the session operator decides; but it sees events, and a person wants lines. Between this
 * reader and that operator nothing overtakes, and both ask the same rule at the same time of the same clock, so what is
 * late there is late here, line by line. {@code CurrentSession} holds the two counts against each other.
 */
final class StreamClock implements EventEmitter {

    private static final String ALL_FILES = "all files";

    private final PartitionClocks<String> clocks = new PartitionClocks<>(0);
    private final LateLines late;
    private long time = Clocks.NOT_STARTED;

    /**
     * A clock that has not started.
     *
     * @param late is told which lines are late
     */
    StreamClock(LateLines late) {
        this.late = late;
        clocks.assigned(ALL_FILES);
    }

    @Override
    public void emit(
            Received<PlaybackEvent> received, InputFile file, long line, ReaderOutput<Received<PlaybackEvent>> output) {
        EventEmitter.emit(received, output);
        if (received instanceof Received.Message<PlaybackEvent> recognised) {
            long occurredAt = recognised.content().occurredAt();
            late.judge(file.name(), line, occurredAt, time);
            clocks.accepted(ALL_FILES, occurredAt);
            advance(output);
        }
    }

    private void advance(ReaderOutput<Received<PlaybackEvent>> output) {
        long now = clocks.time();
        if (now > time) {
            time = now;
            output.emitWatermark(new Watermark(now));
        }
    }
}
