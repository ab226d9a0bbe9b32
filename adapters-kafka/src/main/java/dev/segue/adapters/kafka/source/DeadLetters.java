package dev.segue.adapters.kafka.source;

import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Converts records to dead letters. */
final class DeadLetters {

    private DeadLetters() {}

    /** With everything that the record contained. */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record, RejectionReason reason, String explanation) {
        return new DeadLetter(
                reason,
                explanation,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                headers(record.headers()));
    }

    /** Says where the record is, and repeats nothing that it contained. */
    static DeadLetter withoutContent(
            ConsumerRecord<byte[], byte[]> record, RejectionReason reason, String explanation) {
        return new DeadLetter(
                reason,
                explanation + " What the record holds may name its listener, so it is not repeated here.",
                record.topic(),
                record.partition(),
                record.offset(),
                null,
                null);
    }

    private static List<Header> headers(Headers sent) {
        List<Header> headers = new ArrayList<>();
        sent.forEach(header -> headers.add(new Header(header.key(), header.value())));
        return headers;
    }
}
