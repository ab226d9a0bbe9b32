package dev.segue.adapters.flink.signal;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.now.Signal;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type information for signals and their state. */
public final class SignalTypes {

    public static final TypeInformation<RecentListening> RECENT_LISTENING =
            new CodecTypeInfo<>(RecentListening.class, new RecentListeningCodec());
    public static final TypeInformation<Signal> SIGNALS = new CodecTypeInfo<>(Signal.class, new SignalCodec());

    private SignalTypes() {}
}
