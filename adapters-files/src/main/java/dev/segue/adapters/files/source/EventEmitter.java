package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.api.connector.source.ReaderOutput;

/** How a reader emits what it reads. */
@FunctionalInterface
interface EventEmitter {

    /** Emits messages unchanged, without watermarks. */
    EventEmitter WITHOUT_CLOCK = (received, file, line, output) -> emit(received, output);

    /** Emits what was on that line of the file. */
    void emit(
            Received<PlaybackEvent> received, InputFile file, long line, ReaderOutput<Received<PlaybackEvent>> output);

    /** Emits it; an event gets the time it occurred as its timestamp. */
    static void emit(Received<PlaybackEvent> received, ReaderOutput<Received<PlaybackEvent>> output) {
        if (received instanceof Message<PlaybackEvent> message) {
            output.collect(received, message.content().occurredAt());
        } else {
            output.collect(received);
        }
    }
}
