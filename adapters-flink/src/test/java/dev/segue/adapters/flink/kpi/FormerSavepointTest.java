package dev.segue.adapters.flink.kpi;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.type.SegueTypes;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.FollowRule;
import dev.segue.domain.kpi.Followed;
import dev.segue.domain.kpi.KpiRules;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.SessionNews;
import dev.segue.domain.kpi.SessionNews.Stands;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** A savepoint in which the image of a session that still runs has no timer: once, such an image waited for its end. */
class FormerSavepointTest {

    private static final long HOUR = 3_600_000;

    @Test
    void anImageWithoutATimerGetsOneWhenItsSessionEnds() throws Exception {
        List<SessionNews> news = news();
        SessionNews running = news.get(0);
        SessionNews ended = news.get(1);
        OperatorSubtaskState savepoint = savepointWithout(running);

        try (var images = harness(new SessionImageOperator("playlists"))) {
            images.initializeState(savepoint);
            images.open();
            assertThat(images.numKeyedStateEntries()).isOne();
            assertThat(images.numEventTimeTimers()).isZero();

            images.processElement(ended, 0);
            assertThat(images.numEventTimeTimers()).isOne();

            long settled = ((Stands) ended).session().settledAfter();
            images.processWatermark(settled + HOUR);
            assertThat(images.numKeyedStateEntries()).isOne();
            images.processWatermark(settled + HOUR + 1);
            images.processWatermark(settled + 2 * HOUR + 2);

            assertThat(images.numKeyedStateEntries()).isZero();
            assertThat(images.numEventTimeTimers()).isZero();
        }
    }

    /** The image is there, and nothing that would wake it. */
    private static OperatorSubtaskState savepointWithout(SessionNews running) throws Exception {
        try (var former = harness(new ImagesWithoutTimers())) {
            former.open();
            former.processElement(running, 0);
            return former.snapshot(1, 0);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SessionNews, Difference> harness(
            OneInputStreamOperator<SessionNews, Difference> operator) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                operator, (SessionNews news) -> news.sessionId().value(), Types.STRING);
        harness.setup(SegueTypes.DIFFERENCES.createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    /** One session while it runs, and when it has ended. */
    private static List<SessionNews> news() {
        List<Change> told = new ArrayList<>();
        try (IncrementalStage sessions = new IncrementalStage(SessionRules.DEFAULT)) {
            sessions.clockReaches(at("09:00"));
            sessions.hears(aPlay().by("anna").at("09:00").lasting("3:00").build());
            sessions.clockReaches(at("09:00") + SessionRules.DEFAULT.earlyResultsMs());
            sessions.clockReaches(at("10:00"));
            sessions.told().stream().filter(Revision.class::isInstance).forEach(told::add);
        }
        assertThat(told).extracting(change -> ((Revision) change).open()).containsExactly(true, false);
        Followed followed = new Followed(FollowRule.DEFAULT, Map.of());
        return told.stream()
                .map(change -> SessionNews.of(change, followed, KpiRules.DEFAULT.longestSessionMs()))
                .toList();
    }

    /** As images of sessions that ran were once kept. */
    private static final class ImagesWithoutTimers extends AbstractStreamOperator<Difference>
            implements OneInputStreamOperator<SessionNews, Difference> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(StreamRecord<SessionNews> element) throws Exception {
            getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("image", SegueTypes.LAST_IMAGES))
                    .update(LastImage.apply(null, element.getValue(), at("09:00"))
                            .image());
        }
    }
}
