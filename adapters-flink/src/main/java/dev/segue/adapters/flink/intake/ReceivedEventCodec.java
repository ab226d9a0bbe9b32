package dev.segue.adapters.flink.intake;

import dev.segue.domain.playback.PlaybackEvent;

/** Codec of records read from the playback topic. */
public final class ReceivedEventCodec extends ReceivedCodec<PlaybackEvent> {

    public ReceivedEventCodec() {
        super("received-event", new EventCodec());
    }
}
