package dev.segue.adapters.kafka.source;

import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes dead letters of records, with all that the records had. */
final class DeadLetters {

    private DeadLetters() {}

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

    private static List<Header> headers(Headers sent) {
        List<Header> headers = new ArrayList<>();
        sent.forEach(header -> headers.add(new Header(header.key(), header.value())));
        return headers;
    }
}
