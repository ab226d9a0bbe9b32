package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.connector.source.ReaderOutput;

/** How a reader emits what it reads. */
@FunctionalInterface
interface EventEmitter {

    /** Emits messages unchanged, without watermarks. */
    EventEmitter WITHOUT_CLOCK = (received, file, line, output) -> emit(received, output);

    /** Emits what was on that line of the file. */
    void emit(
            Received<PlaybackRecord> received,
            InputFile file,
            long line,
            ReaderOutput<Received<PlaybackRecord>> output);

    /** Emits it; an event gets the time it occurred as its timestamp. */
    static void emit(Received<PlaybackRecord> received, ReaderOutput<Received<PlaybackRecord>> output) {
        if (received instanceof Message<PlaybackRecord> message && message.content() instanceof PlaybackEvent event) {
            output.collect(received, event.occurredAt());
        } else {
            output.collect(received);
        }
    }
}
