package dev.segue.adapters.files.source;

import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.api.connector.source.ReaderOutput;

/** How a reader emits what it reads. */
@FunctionalInterface
interface EventEmitter {

    /** As it comes, and without a clock. */
    EventEmitter WITHOUT_CLOCK = (received, file, line, output) -> emit(received, output);

    /** Emits what was on that line of the file. */
    void emit(
            Received<PlaybackEvent> received, InputFile file, long line, ReaderOutput<Received<PlaybackEvent>> output);

    /** Emits it; an event with the time at which it occurred. */
    static void emit(Received<PlaybackEvent> received, ReaderOutput<Received<PlaybackEvent>> output) {
        if (received instanceof Message<PlaybackEvent> message) {
            output.collect(received, message.content().occurredAt());
        } else {
            output.collect(received);
        }
    }
}
