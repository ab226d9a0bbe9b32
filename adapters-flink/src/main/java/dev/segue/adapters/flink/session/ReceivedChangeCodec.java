package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.intake.ReceivedCodec;
import dev.segue.domain.session.Change;

/** Writes what was read from the topic of sessions. */
public final class ReceivedChangeCodec extends ReceivedCodec<Change> {

    public ReceivedChangeCodec() {
        super("received-change", new ChangeCodec());
    }
}
