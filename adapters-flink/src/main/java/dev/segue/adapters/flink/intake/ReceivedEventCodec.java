package dev.segue.adapters.flink.intake;

import dev.segue.domain.playback.PlaybackEvent;

/** Writes what was read from playback. */
public final class ReceivedEventCodec extends ReceivedCodec<PlaybackEvent> {

    public ReceivedEventCodec() {
        super("received-event", new EventCodec());
    }
}
