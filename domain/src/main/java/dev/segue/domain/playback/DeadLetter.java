package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A rejected input, with all that is needed to find it, understand it and send it again. */
public final class DeadLetter {

    private final RejectionReason reason;
    private final String explanation;
    private final String origin;
    private final int partition;
    private final long position;
    private final byte[] key;
    private final byte[] original;
    private final List<Header> headers;

    /**
     * A record header, such as the id of the schema it was written with.
     *
     * @param name may occur more than once in a record
     * @param value not copied; null when there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // equals() compares the array's content
    public record Header(String name, byte[] value) {

        public Header {
            requireNonNull(name, "name");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Header that && name.equals(that.name) && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return name + " (" + (value == null ? "no" : value.length) + " bytes)";
        }
    }

    /**
     * A dead letter from a source without headers.
     *
     * @param explanation one sentence for the person who looks into it
     * @param origin the topic or file it was read from
     * @param partition its partition; -1 for a file
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
        this(reason, explanation, origin, partition, position, key, original, List.of());
    }

    /**
     * A dead letter.
     *
     * @param explanation one sentence for the person who looks into it
     * @param origin the topic or file it was read from
     * @param partition its partition; -1 for a file
     * @param position its offset in the partition, or its line in the file
     * @param key the original key, or null
     * @param original the original bytes, or null when there were none; not copied
     * @param headers in the order in which they were sent
     */
    public DeadLetter(
            RejectionReason reason,
            String explanation,
            String origin,
            int partition,
            long position,
            byte[] key,
            byte[] original,
            List<Header> headers) {
        this.reason = requireNonNull(reason, "reason");
        this.explanation = requireNonNull(explanation, "explanation");
        this.origin = requireNonNull(origin, "origin");
        this.partition = partition;
        this.position = position;
        this.key = key;
        this.original = original;
        this.headers = List.copyOf(headers);
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

    /** The original headers, in the order in which they were sent. */
    public List<Header> headers() {
        return headers;
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
                && Arrays.equals(original, that.original)
                && headers.equals(that.headers);
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
