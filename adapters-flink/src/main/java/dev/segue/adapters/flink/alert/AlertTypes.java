package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type information for incidents, observations and series. */
public final class AlertTypes {

    public static final TypeInformation<Observation> OBSERVATIONS =
            new CodecTypeInfo<>(Observation.class, new ObservationCodec());
    public static final TypeInformation<SeriesState> SERIES =
            new CodecTypeInfo<>(SeriesState.class, new SeriesStateCodec());
    public static final TypeInformation<Incident> INCIDENTS = new CodecTypeInfo<>(Incident.class, new IncidentCodec());

    private AlertTypes() {}
}
