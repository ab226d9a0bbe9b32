package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.codec.ForgetRequestCodec;
import dev.segue.adapters.kafka.codec.Framing;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.Pseudonyms;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.playback.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Decodes a record to a usable event, to a request to forget a listener, or to a dead letter with the reason.
 *
 * @param events decodes the bytes
 * @param intake validates the event
 * @param appendTimeTrusted whether the topic uses the broker's append time; other timestamps come from producers
 *     and are not trusted
 * @param pseudonyms for listeners, so that no id goes on from here; null when they keep their ids
 */
record PlaybackDecoder(EventDecoder events, Intake intake, boolean appendTimeTrusted, Pseudonyms pseudonyms)
        implements RecordDecoder<Received<PlaybackRecord>> {

    PlaybackDecoder {
        requireNonNull(events, "events");
        requireNonNull(intake, "intake");
    }

    /** Listeners keep their ids. */
    PlaybackDecoder(EventDecoder events, Intake intake, boolean appendTimeTrusted) {
        this(events, intake, appendTimeTrusted, null);
    }

    @Override
    public Received<PlaybackRecord> decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
        long appendedAt = appendedAt(record);
        PlaybackEvent reported;
        try {
            if (ForgetRequestCodec.isRequest(record)) {
                ForgetRequest request = ForgetRequestCodec.decode(record);
                return new Received.Message<>(new ForgetRequest(name(request.listener())), appendedAt, readAt);
            }
            reported = events.decode(record.value());
        } catch (UnusableRecord e) {
            UnusableRecord why = Framing.explained(e, record.headers());
            return rejected(record, why.reason(), why.explanation(), readAt);
        }
        Verdict verdict = intake.judge(reported, appendedAt, readAt);
        if (verdict instanceof Verdict.Usable usable) {
            PlaybackEvent event = usable.event();
            return new Received.Message<>(
                    pseudonyms == null ? event : event.ofListener(name(event.listener())), appendedAt, readAt);
        }
        Verdict.Rejected rejected = (Verdict.Rejected) verdict;
        return rejected(record, rejected.reason(), rejected.explanation(), readAt);
    }

    @Override
    public boolean isUsable(Received<PlaybackRecord> read) {
        return read instanceof Received.Message<PlaybackRecord> message && message.content() instanceof PlaybackEvent;
    }

    @Override
    public long time(ConsumerRecord<byte[], byte[]> record, Received<PlaybackRecord> read) {
        return read instanceof Received.Message<PlaybackRecord> message
                        && message.content() instanceof PlaybackEvent event
                ? event.occurredAt()
                : NO_TIME;
    }

    private long appendedAt(ConsumerRecord<byte[], byte[]> record) {
        boolean appended = record.timestampType() == TimestampType.LOG_APPEND_TIME;
        return appendTimeTrusted && appended ? record.timestamp() : Intake.NOT_APPENDED;
    }

    private String name(String listener) {
        return pseudonyms == null ? listener : pseudonyms.of(listener);
    }

    /** Whatever the record holds may name its listener. */
    private Received<PlaybackRecord> rejected(
            ConsumerRecord<byte[], byte[]> record, RejectionReason reason, String explanation, long readAt) {
        DeadLetter letter = pseudonyms == null
                ? DeadLetters.of(record, reason, explanation)
                : DeadLetters.withoutContent(record, reason, explanation);
        return new Received.Rejected<>(letter, readAt);
    }
}
