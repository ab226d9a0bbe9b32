package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.Followed;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.session.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Decides which playlists, albums and radios are followed, and passes on what KPIs need of a session. There is one of it in
 * a job, so that there is one decision.
 */
public final class FollowOperator extends AbstractStreamOperator<SessionUpdate>
        implements OneInputStreamOperator<Change, SessionUpdate> {

    private static final long serialVersionUID = 1L;

    private static final ListStateDescriptor<FollowedSubject> STATE =
            new ListStateDescriptor<>("followed", KpiTypes.FOLLOWED_SUBJECTS);

    private final KpiRules rules;

    private transient Followed followed;
    private transient ListState<FollowedSubject> state;
    private transient boolean warned;
    private transient StreamRecord<SessionUpdate> out;

    public FollowOperator(KpiRules rules) {
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore().getListState(STATE);
        Map<Subject, Long> before = new HashMap<>();
        for (FollowedSubject subject : state.get()) {
            before.merge(subject.subject(), subject.latestStart(), Math::max);
        }
        followed = new Followed(rules.follow(), before);
    }

    @Override
    public void open() throws Exception {
        super.open();
        out = new StreamRecord<>(null);
        MetricGroup metrics = SegueMetrics.of(getMetricGroup());
        metrics.gauge("followedSubjects", () -> followed.subjects());
        metrics.gauge("runsOfOthers", () -> followed.others());
    }

    @Override
    public void processElement(StreamRecord<Change> element) {
        SessionUpdate update = SessionUpdate.of(element.getValue(), followed, rules.longestSessionMs());
        if (update == null) {
            return;
        }
        if (!warned && rules.follow().only().isEmpty() && followed.others() > 0) {
            warned = true;
            LOG.warn(
                    "{} playlists, albums and radios are followed, and no more may be (kpis.max-subjects): all others are"
                            + " counted together, as OTHER.",
                    followed.subjects());
        }
        output.collect(out.replace(update, element.getTimestamp()));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<FollowedSubject> subjects = new ArrayList<>();
        followed.stored().forEach((subject, latest) -> subjects.add(new FollowedSubject(subject, latest)));
        state.update(subjects);
    }
}
