package dev.segue.adapters.kafka.codec;

import dev.segue.domain.playback.RejectionReason;

/** The bytes of a record cannot be used, whatever we do: they belong to the dead letters. */
public final class UnusableRecord extends Exception {

    private static final long serialVersionUID = 1;

    private final RejectionReason reason;

    /**
     * Without a stack trace, because there may be many.
     *
     * @param explanation one sentence for the person who looks at it
     */
    public UnusableRecord(RejectionReason reason, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
    }

    public RejectionReason reason() {
        return reason;
    }

    /** One sentence for the person who looks at it. */
    public String explanation() {
        return getMessage();
    }
}
