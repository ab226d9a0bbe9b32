package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;

/** Input that could not be used, with all that is needed to find it, understand it and send it again. */
public final class DeadLetter {

    private final RejectionReason reason;
    private final String explanation;
    private final String origin;
    private final int partition;
    private final long position;
    private final byte[] key;
    private final byte[] original;

    /**
     * A letter that no one could deliver.
     *
     * @param explanation one sentence for the person who looks at it
     * @param origin the topic or file it was read from
     * @param partition its partition; -1 in a file
     * @param position its offset in the partition, or its line in the file
     * @param key the original key, or null
     * @param original the original bytes, or null when there were none; not copied
     */
    public DeadLetter(
            RejectionReason reason,
            String explanation,
            String origin,
            int partition,
            long position,
            byte[] key,
            byte[] original) {
        this.reason = requireNonNull(reason, "reason");
        this.explanation = requireNonNull(explanation, "explanation");
        this.origin = requireNonNull(origin, "origin");
        this.partition = partition;
        this.position = position;
        this.key = key;
        this.original = original;
    }

    public RejectionReason reason() {
        return reason;
    }

    public String explanation() {
        return explanation;
    }

    public String origin() {
        return origin;
    }

    public int partition() {
        return partition;
    }

    public long position() {
        return position;
    }

    /** The original key, not copied; null when there was none. */
    public byte[] key() {
        return key;
    }

    /** The original bytes, not copied; null when there were none. */
    public byte[] original() {
        return original;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeadLetter that
                && reason == that.reason
                && explanation.equals(that.explanation)
                && origin.equals(that.origin)
                && partition == that.partition
                && position == that.position
                && Arrays.equals(key, that.key)
                && Arrays.equals(original, that.original);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, origin, partition, position);
    }

    @Override
    public String toString() {
        return reason + " at " + origin + ":" + (partition < 0 ? "" : partition + ":") + position + ": " + explanation;
    }
}
