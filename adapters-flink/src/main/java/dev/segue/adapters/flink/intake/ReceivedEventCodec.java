package dev.segue.adapters.flink.intake;

import dev.segue.domain.playback.PlaybackRecord;

/** Codec of records read from the playback topic. */
public final class ReceivedEventCodec extends ReceivedCodec<PlaybackRecord> {

    public ReceivedEventCodec() {
        super("received-event", new PlaybackRecordCodec());
    }
}
