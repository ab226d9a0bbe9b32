package dev.segue.adapters.kafka.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.DeadLetterHeader;
import dev.segue.contracts.RejectionReason;
import dev.segue.domain.playback.DeadLetter.Header;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dead letters, to and from the records of {@code listening.dead-letters}. */
public final class DeadLetterCodec {

    /** Limit for bytes of the original value; together with everything else the record stays well under 512 KiB. */
    public static final int MOST_ORIGINAL = 448 * 1024;

    /** Limit for bytes of the original key. */
    public static final int MOST_KEY = 16 * 1024;

    /** Limit for bytes of the original headers: names, values, and {@link #EACH_HEADER} for each. */
    public static final int MOST_HEADERS = 16 * 1024;

    /** Overhead of a header besides its name and its value, at most, in bytes. */
    static final int EACH_HEADER = 8;

    private static final int LONGEST_TEXT = 1_000;

    private static final SameNames<RejectionReason, dev.segue.domain.playback.RejectionReason> REASONS =
            new SameNames<>(
                    RejectionReason.class,
                    dev.segue.domain.playback.RejectionReason.class,
                    dev.segue.domain.playback.RejectionReason.UNREADABLE);

    private final RecordReader<DeadLetter> reader;
    private final RecordWriter<DeadLetter> writer;

    public DeadLetterCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, DeadLetter.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, DeadLetter.getClassSchema());
    }

    /** The key of the record that holds a dead letter: that of the original record, up to {@link #MOST_KEY}; may be null. */
    public static byte[] key(dev.segue.domain.playback.DeadLetter letter) {
        byte[] key = letter.key();
        return key == null || key.length <= MOST_KEY ? key : Arrays.copyOf(key, MOST_KEY);
    }

    /** The dead letter, with key and original as far as they were stored. */
    public dev.segue.domain.playback.DeadLetter decode(byte[] value) throws UnusableRecord {
        DeadLetter letter = reader.read(value);
        return new dev.segue.domain.playback.DeadLetter(
                REASONS.toDomain(letter.getReason()),
                letter.getExplanation(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                bytesOf(letter.getKey()),
                bytesOf(letter.getOriginal()),
                letter.getHeaders().stream()
                        .map(header -> new Header(header.getName(), bytesOf(header.getValue())))
                        .toList());
    }

    /** The record's value for a dead letter, truncated where it is too long. */
    public byte[] encode(dev.segue.domain.playback.DeadLetter letter) {
        return writer.write(DeadLetter.newBuilder()
                .setReason(REASONS.toContract(letter.reason()))
                .setExplanation(cut(letter.explanation()))
                .setTopic(cut(letter.origin()))
                .setPartition(letter.partition())
                .setOffset(letter.position())
                .setKey(cut(letter.key(), MOST_KEY))
                .setKeyLength(lengthOf(letter.key()))
                .setOriginal(cut(letter.original(), MOST_ORIGINAL))
                .setOriginalLength(lengthOf(letter.original()))
                .setHeaders(thatFit(letter.headers()))
                .setHeaderCount(letter.headers().size())
                .build());
    }

    /** A header that does not fit is skipped; later ones may still fit, such as the small one that names the schema. */
    private static List<DeadLetterHeader> thatFit(List<Header> headers) {
        List<DeadLetterHeader> fitting = new ArrayList<>();
        int left = MOST_HEADERS;
        for (Header header : headers) {
            int size = EACH_HEADER + header.name().getBytes(UTF_8).length + lengthOf(header.value());
            if (size <= left) {
                left -= size;
                fitting.add(new DeadLetterHeader(header.name(), cut(header.value(), MOST_HEADERS)));
            }
        }
        return fitting;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static ByteBuffer cut(byte[] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, most));
    }

    private static int lengthOf(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        return buffer == null
                ? null
                : Arrays.copyOfRange(
                        buffer.array(),
                        buffer.arrayOffset() + buffer.position(),
                        buffer.arrayOffset() + buffer.limit());
    }
}
