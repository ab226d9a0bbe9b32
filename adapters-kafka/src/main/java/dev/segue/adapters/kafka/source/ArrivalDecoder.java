package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.playback.Verdict;
import dev.segue.domain.playback.Verdict.Rejected;
import dev.segue.domain.playback.Verdict.Usable;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Makes an arrival of a record: an event that was judged usable, or a dead letter that says why not.
 *
 * @param events decodes the bytes
 * @param intake judges the event
 * @param appendTimeTrusted whether the topic stamps records with append time; stamps of any other topic are the
 *     producer's word, and not trusted
 */
record ArrivalDecoder(EventDecoder events, Intake intake, boolean appendTimeTrusted) implements Serializable {

    /** So that the record of a dead letter stays under 512 KiB, whatever was sent. */
    static final int MOST_BYTES_KEPT = 384 * 1024;

    private static final int MOST_KEY_BYTES_KEPT = 64 * 1024;

    ArrivalDecoder {
        requireNonNull(events, "events");
        requireNonNull(intake, "intake");
    }

    /**
     * Never fails for what is in the record.
     *
     * @param readAt when it was read, by our own wall clock
     */
    Arrival decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
        if (record.value() == null) {
            Rejected empty = new Rejected(RejectionReason.UNREADABLE, "The record has no value.");
            return setAside(record, empty, readAt);
        }
        long appendedAt = appendedAt(record);
        Verdict verdict = events.decode(record.value());
        if (verdict instanceof Usable reported) {
            verdict = intake.judge(reported.event(), appendedAt, readAt);
        }
        if (verdict instanceof Usable usable) {
            return new Arrival.Heard(usable.event(), appendedAt, readAt);
        }
        return setAside(record, (Rejected) verdict, readAt);
    }

    private long appendedAt(ConsumerRecord<byte[], byte[]> record) {
        boolean appended = record.timestampType() == TimestampType.LOG_APPEND_TIME;
        return appendTimeTrusted && appended ? record.timestamp() : Intake.NOT_APPENDED;
    }

    private static Arrival setAside(ConsumerRecord<byte[], byte[]> record, Rejected why, long readAt) {
        byte[] original = atMost(MOST_BYTES_KEPT, record.value());
        boolean cut = original != null && original.length < record.value().length;
        String explanation = cut
                ? why.explanation() + " Only the first " + original.length + " of its " + record.value().length
                        + " bytes are kept."
                : why.explanation();
        DeadLetter letter = new DeadLetter(
                why.reason(),
                explanation,
                record.topic(),
                record.partition(),
                record.offset(),
                atMost(MOST_KEY_BYTES_KEPT, record.key()),
                original);
        return new Arrival.SetAside(letter, readAt);
    }

    private static byte[] atMost(int most, byte[] bytes) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }
}
