package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.codec.Framing;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Intake;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Decodes another job's result to a message, or to a dead letter with the reason. The message's time is the watermark
 * of its record.
 *
 * @param bytes decodes key and value
 * @param asOf the acceptance clock that a message carries; {@link Clocks#NOT_STARTED} if it carries none
 */
record MessageDecoder<T>(Bytes<T> bytes, ToLongFunction<T> asOf) implements RecordDecoder<Received<T>> {

    MessageDecoder {
        requireNonNull(bytes, "bytes");
        requireNonNull(asOf, "asOf");
    }

    /** Decodes a message. */
    @FunctionalInterface
    interface Bytes<T> {

        /**
         * The message in a record.
         *
         * @param key may be null
         * @param value may be null
         * @throws UnusableRecord when these bytes can never be used
         */
        T decode(byte[] key, byte[] value) throws UnusableRecord;
    }

    @Override
    public Received<T> decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
        try {
            return new Message<>(bytes.decode(record.key(), record.value()), appendedAt(record), readAt);
        } catch (UnusableRecord e) {
            UnusableRecord why = Framing.explained(e, record.headers());
            return new Rejected<>(DeadLetters.of(record, why.reason(), why.explanation()), readAt);
        }
    }

    /** Our own producers set the timestamp when they send a record, so either kind of timestamp shows how old it is. */
    private static long appendedAt(ConsumerRecord<byte[], byte[]> record) {
        return record.timestampType() == TimestampType.NO_TIMESTAMP_TYPE ? Intake.NOT_APPENDED : record.timestamp();
    }

    @Override
    public boolean isUsable(Received<T> read) {
        return read instanceof Message<T>;
    }

    /**
     * The watermark of the record, but no later than the acceptance clock at which the message was made: a header that claims
     * so is not ours.
     */
    @Override
    public long time(ConsumerRecord<byte[], byte[]> record, Received<T> read) {
        if (!(read instanceof Message<T> message)) {
            return NO_TIME;
        }
        return timeOrNone(Math.min(WatermarkHeader.in(record.headers()), asOf.applyAsLong(message.content())));
    }

    /**
     * The acceptance clock at which the message was made. When the partition has been read to its end, and no transaction is
     * open on it, all that was written up to the last complete checkpoint has been read, and all that will be written is
     * made later.
     */
    @Override
    public long timeOnceAllIsRead(Received<T> read) {
        return read instanceof Message<T> message ? timeOrNone(asOf.applyAsLong(message.content())) : NO_TIME;
    }

    private static long timeOrNone(long time) {
        return time == Clocks.ENDED ? NO_TIME : time;
    }
}
