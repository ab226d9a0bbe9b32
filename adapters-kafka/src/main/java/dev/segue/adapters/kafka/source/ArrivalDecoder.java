package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.codec.Framing;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Arrival.Heard;
import dev.segue.domain.playback.Arrival.SetAside;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.playback.Verdict;
import dev.segue.domain.playback.Verdict.Rejected;
import dev.segue.domain.playback.Verdict.Usable;
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
record ArrivalDecoder(EventDecoder events, Intake intake, boolean appendTimeTrusted) implements RecordDecoder<Arrival> {

    ArrivalDecoder {
        requireNonNull(events, "events");
        requireNonNull(intake, "intake");
    }

    @Override
    public Arrival decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
        long appendedAt = appendedAt(record);
        PlaybackEvent reported;
        try {
            reported = events.decode(record.value());
        } catch (UnusableRecord e) {
            UnusableRecord why = Framing.explained(e, record.headers());
            return setAside(record, why.reason(), why.explanation(), readAt);
        }
        Verdict verdict = intake.judge(reported, appendedAt, readAt);
        if (verdict instanceof Usable usable) {
            return new Heard(usable.event(), appendedAt, readAt);
        }
        Rejected rejected = (Rejected) verdict;
        return setAside(record, rejected.reason(), rejected.explanation(), readAt);
    }

    @Override
    public boolean isUsable(Arrival read) {
        return read instanceof Heard;
    }

    @Override
    public long time(Arrival read) {
        return read instanceof Heard heard ? heard.event().occurredAt() : NO_TIME;
    }

    private long appendedAt(ConsumerRecord<byte[], byte[]> record) {
        boolean appended = record.timestampType() == TimestampType.LOG_APPEND_TIME;
        return appendTimeTrusted && appended ? record.timestamp() : Intake.NOT_APPENDED;
    }

    private static Arrival setAside(
            ConsumerRecord<byte[], byte[]> record, RejectionReason reason, String explanation, long readAt) {
        return new SetAside(DeadLetters.of(record, reason, explanation), readAt);
    }
}
