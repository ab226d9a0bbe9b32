package dev.segue.adapters.kafka.codec;

import dev.segue.domain.playback.RejectionReason;

/** Thrown for a record whose bytes can never be used; it goes to dead letters. */
public final class UnusableRecord extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    /**
     * Without a stack trace, because there may be many.
     *
     * @param explanation one sentence for the reader of the dead letter
     */
    public UnusableRecord(RejectionReason reason, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
    }

    public RejectionReason reason() {
        return reason;
    }

    /** One sentence for the reader of the dead letter. */
    public String explanation() {
        return getMessage();
    }
}
