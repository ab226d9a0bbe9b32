package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.kpi.track.SessionTracks;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackUpdate;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Types of track KPIs and of what they are counted from, as Flink knows them. */
public final class TrackTypes {

    public static final TypeInformation<TrackUpdate> TRACK_UPDATES =
            new CodecTypeInfo<>(TrackUpdate.class, new TrackUpdateCodec());
    public static final TypeInformation<SessionTracks> SESSION_TRACKS =
            new CodecTypeInfo<>(SessionTracks.class, new SessionTracksCodec());
    public static final TypeInformation<TrackChange> TRACK_CHANGES =
            new CodecTypeInfo<>(TrackChange.class, new TrackChangeCodec());
    public static final TypeInformation<TrackNumbers> TRACK_NUMBERS =
            new CodecTypeInfo<>(TrackNumbers.class, new TrackNumbersCodec());
    public static final TypeInformation<TrackKpisState> TRACK_KPIS_STATES =
            new CodecTypeInfo<>(TrackKpisState.class, new TrackKpisStateCodec());
    public static final TypeInformation<TrackKpis> TRACK_KPIS =
            new CodecTypeInfo<>(TrackKpis.class, new TrackKpisCodec());

    private TrackTypes() {}
}
