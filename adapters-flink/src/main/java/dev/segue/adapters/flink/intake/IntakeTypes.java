package dev.segue.adapters.flink.intake;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Types of what is read, as Flink knows them. */
public final class IntakeTypes {

    public static final TypeInformation<PlaybackEvent> EVENTS =
            new CodecTypeInfo<>(PlaybackEvent.class, new EventCodec());
    public static final TypeInformation<Arrival> ARRIVALS = new CodecTypeInfo<>(Arrival.class, new ArrivalCodec());
    public static final TypeInformation<DeadLetter> DEAD_LETTERS =
            new CodecTypeInfo<>(DeadLetter.class, new DeadLetterCodec());

    private IntakeTypes() {}
}
