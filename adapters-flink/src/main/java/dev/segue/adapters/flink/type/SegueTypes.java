package dev.segue.adapters.flink.type;

import dev.segue.domain.account.Account;
import dev.segue.domain.account.Health;
import dev.segue.domain.account.Received;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.SessionNews;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ActivityPages.Page;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.now.Signal;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of Segue's streams and state, as Flink knows them. */
public final class SegueTypes {

    public static final TypeInformation<PlaybackEvent> EVENTS =
            new CodecTypeInfo<>(PlaybackEvent.class, new EventCodec());
    public static final TypeInformation<Arrival> ARRIVALS = new CodecTypeInfo<>(Arrival.class, new ArrivalCodec());
    public static final TypeInformation<DeadLetter> DEAD_LETTERS =
            new CodecTypeInfo<>(DeadLetter.class, new DeadLetterCodec());
    public static final TypeInformation<Change> CHANGES = new CodecTypeInfo<>(Change.class, new ChangeCodec());
    public static final TypeInformation<Account> ACCOUNTS = new CodecTypeInfo<>(Account.class, new AccountCodec());
    public static final TypeInformation<Health> HEALTH = new CodecTypeInfo<>(Health.class, new HealthCodec());
    public static final TypeInformation<Page> PAGES = new CodecTypeInfo<>(Page.class, new PageCodec());
    public static final TypeInformation<ListenerState> LISTENERS =
            new CodecTypeInfo<>(ListenerState.class, new ListenerStateCodec());

    public static final TypeInformation<KpiRow> KPI_ROWS = new CodecTypeInfo<>(KpiRow.class, new KpiRowCodec());

    public static final TypeInformation<KpiRowState> KPI_ROW_STATES =
            new CodecTypeInfo<>(KpiRowState.class, new KpiRowStateCodec());
    public static final TypeInformation<SessionNews> SESSION_NEWS =
            new CodecTypeInfo<>(SessionNews.class, new SessionNewsCodec());
    public static final TypeInformation<LastImage> LAST_IMAGES =
            new CodecTypeInfo<>(LastImage.class, new LastImageCodec());
    public static final TypeInformation<Difference> DIFFERENCES =
            new CodecTypeInfo<>(Difference.class, new DifferenceCodec());
    public static final TypeInformation<FollowedSubject> FOLLOWED_SUBJECTS =
            new CodecTypeInfo<>(FollowedSubject.class, new FollowedSubjectCodec());
    public static final TypeInformation<Observation> OBSERVATIONS =
            new CodecTypeInfo<>(Observation.class, new ObservationCodec());
    public static final TypeInformation<SeriesState> SERIES =
            new CodecTypeInfo<>(SeriesState.class, new SeriesStateCodec());
    public static final TypeInformation<Incident> INCIDENTS = new CodecTypeInfo<>(Incident.class, new IncidentCodec());

    static final Codec<Received<Change>> RECEIVED_CHANGE = new ReceivedCodec<>("received-change", new ChangeCodec());
    static final Codec<Received<KpiRow>> RECEIVED_KPI_ROW = new ReceivedCodec<>("received-kpi-row", new KpiRowCodec());

    public static final TypeInformation<Received<Change>> RECEIVED_CHANGES = received(RECEIVED_CHANGE);
    public static final TypeInformation<Received<KpiRow>> RECEIVED_KPI_ROWS = received(RECEIVED_KPI_ROW);

    public static final TypeInformation<RecentListening> RECENT_LISTENING =
            new CodecTypeInfo<>(RecentListening.class, new RecentListeningCodec());
    public static final TypeInformation<Signal> SIGNALS = new CodecTypeInfo<>(Signal.class, new SignalCodec());

    private SegueTypes() {}

    @SuppressWarnings("unchecked") // a class knows nothing of what it is generic in
    private static <T> TypeInformation<Received<T>> received(Codec<Received<T>> codec) {
        return new CodecTypeInfo<>((Class<Received<T>>) (Class<?>) Received.class, codec);
    }
}
