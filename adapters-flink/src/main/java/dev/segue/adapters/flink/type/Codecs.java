package dev.segue.adapters.flink.type;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every codec there is, by the name under which savepoints know it. */
final class Codecs {

    private static final Map<String, Codec<?>> BY_NAME = List.<Codec<?>>of(
                    new EventCodec(),
                    new ArrivalCodec(),
                    new DeadLetterCodec(),
                    new ChangeCodec(),
                    new AccountCodec(),
                    new HealthCodec(),
                    new PageCodec(),
                    new ListenerStateCodec(),
                    new KpiRowCodec(),
                    new KpiRowStateCodec(),
                    new SessionNewsCodec(),
                    new LastImageCodec(),
                    new DifferenceCodec(),
                    new FollowedSubjectCodec(),
                    new ObservationCodec(),
                    new SeriesStateCodec(),
                    new IncidentCodec(),
                    SegueTypes.RECEIVED_CHANGE,
                    SegueTypes.RECEIVED_KPI_ROW,
                    new RecentListeningCodec(),
                    new SignalCodec())
            .stream()
            .collect(Collectors.toUnmodifiableMap(Codec::name, Function.identity()));

    private Codecs() {}

    /** The codec of that name; the caller knows what it writes. */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> named(String name) {
        Codec<?> codec = BY_NAME.get(name);
        if (codec == null) {
            throw new IllegalStateException("No codec is named '" + name
                    + "'. The state was written by a later version of Segue, or not by Segue.");
        }
        return (Codec<T>) codec;
    }
}
