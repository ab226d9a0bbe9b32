package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.intake.ReceivedCodec;
import dev.segue.domain.session.Change;

/** Codec of records read from the sessions topic. */
public final class ReceivedChangeCodec extends ReceivedCodec<Change> {

    public ReceivedChangeCodec() {
        super("received-change", new ChangeCodec());
    }
}
