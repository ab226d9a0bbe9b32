package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type information for records that were read. */
public final class IntakeTypes {

    public static final TypeInformation<PlaybackEvent> EVENTS =
            new CodecTypeInfo<>(PlaybackEvent.class, new EventCodec());
    public static final TypeInformation<PlaybackRecord> RECORDS =
            new CodecTypeInfo<>(PlaybackRecord.class, new PlaybackRecordCodec());
    public static final TypeInformation<Received<PlaybackRecord>> RECEIVED_EVENTS =
            ReceivedCodec.type(new ReceivedEventCodec());
    public static final TypeInformation<DeadLetter> DEAD_LETTERS =
            new CodecTypeInfo<>(DeadLetter.class, new DeadLetterCodec());

    private IntakeTypes() {}
}
