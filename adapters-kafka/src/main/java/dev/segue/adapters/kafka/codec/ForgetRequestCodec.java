package dev.segue.adapters.kafka.codec;

import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Requests to forget a listener, to and from records of {@code listening.playback}: the listener is the key, there is no value,
 * and a header makes it a request. Without the header it is a producer's mistake, which must erase nobody.
 */
public final class ForgetRequestCodec {

    /** The name of the header; its value has no meaning. */
    public static final String HEADER = "segue-forget";

    private ForgetRequestCodec() {}

    /** Whether the record is a request, usable or not. */
    public static boolean isRequest(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null && record.headers().lastHeader(HEADER) != null;
    }

    /**
     * The request in a record.
     *
     * @throws UnusableRecord when its key is not the id of a listener
     */
    public static ForgetRequest decode(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        String listener = record.key() == null ? "" : Parts.key(record.key());
        if (!ForgetRequest.canName(listener)) {
            throw new UnusableRecord(
                    RejectionReason.NO_LISTENER,
                    "It is a request to forget a listener, but its key is not the id of one: 1 to "
                            + Intake.LONGEST_TEXT + " characters.");
        }
        return new ForgetRequest(listener);
    }

    /** The record of a request. */
    public static ProducerRecord<byte[], byte[]> encode(ForgetRequest request, String topic, int partition) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, request.listener().getBytes(StandardCharsets.UTF_8), null);
        record.headers().add(HEADER, null);
        return record;
    }
}
