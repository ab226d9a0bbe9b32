package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.CodecTypeInfo;
import dev.segue.adapters.flink.intake.ReceivedCodec;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionTotals;
import dev.segue.domain.timeline.ActivityPages.Page;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink type information for sessions and listener state. */
public final class SessionTypes {

    public static final TypeInformation<Change> CHANGES = new CodecTypeInfo<>(Change.class, new ChangeCodec());
    public static final TypeInformation<Page> PAGES = new CodecTypeInfo<>(Page.class, new PageCodec());
    public static final TypeInformation<SessionTotals> TOTALS =
            new CodecTypeInfo<>(SessionTotals.class, new SessionTotalsCodec());
    public static final TypeInformation<ListenerState> LISTENERS =
            new CodecTypeInfo<>(ListenerState.class, new ListenerStateCodec());
    public static final TypeInformation<Received<Change>> RECEIVED_CHANGES =
            ReceivedCodec.type(new ReceivedChangeCodec());

    private SessionTypes() {}
}
