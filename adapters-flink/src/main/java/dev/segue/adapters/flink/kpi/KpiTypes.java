package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.adapters.flink.intake.ReceivedCodec;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Types of KPI rows and of what they are counted from, as Flink knows them. */
public final class KpiTypes {

    public static final TypeInformation<KpiRow> KPI_ROWS = new CodecTypeInfo<>(KpiRow.class, new KpiRowCodec());
    public static final TypeInformation<KpiRowState> KPI_ROW_STATES =
            new CodecTypeInfo<>(KpiRowState.class, new KpiRowStateCodec());
    public static final TypeInformation<SessionUpdate> SESSION_UPDATES =
            new CodecTypeInfo<>(SessionUpdate.class, new SessionUpdateCodec());
    public static final TypeInformation<BeforeImage> BEFORE_IMAGES =
            new CodecTypeInfo<>(BeforeImage.class, new BeforeImageCodec());
    public static final TypeInformation<RowChange> ROW_CHANGES =
            new CodecTypeInfo<>(RowChange.class, new RowChangeCodec());
    public static final TypeInformation<FollowedSubject> FOLLOWED_SUBJECTS =
            new CodecTypeInfo<>(FollowedSubject.class, new FollowedSubjectCodec());
    public static final TypeInformation<Received<KpiRow>> RECEIVED_KPI_ROWS =
            ReceivedCodec.type(new ReceivedKpiRowCodec());

    private KpiTypes() {}
}
