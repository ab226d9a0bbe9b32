package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.RejectionReason;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What could not be used, to and from the records of {@code listening.dead-letters}. */
public final class DeadLetterCodec {

    /** Bytes of the original value that are kept; with all else the record stays well under 512 KiB. */
    public static final int MOST_ORIGINAL = 448 * 1024;

    /** Bytes of the original key that are kept. */
    public static final int MOST_KEY = 16 * 1024;

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

    /** The letter, its key and its original as far as they were kept. */
    public dev.segue.domain.playback.DeadLetter decode(byte[] value) throws UnusableRecord {
        DeadLetter letter = reader.read(value);
        return new dev.segue.domain.playback.DeadLetter(
                REASONS.toDomain(letter.getReason()),
                letter.getExplanation(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                bytesOf(letter.getKey()),
                bytesOf(letter.getOriginal()));
    }

    /** The record's value for a letter, cut where it is too long. */
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
                .build());
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
