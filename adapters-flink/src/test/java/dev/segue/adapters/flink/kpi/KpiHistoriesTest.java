package dev.segue.adapters.flink.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.kpi.FollowRule;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.session.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Generated histories, as {@link KpiTrial} tells them. Whenever it is quiet, the rows are those that grouping the last
 * revisions gives.
 */
class KpiHistoriesTest {

    private static final int SEEDS = Integer.getInteger("segue.kpi.seeds", 60);

    private int quietMoments;
    private int rowsCompared;
    private int settledEarly;
    private int givenUp;
    private final Coverage coverage = new Coverage();

    @Test
    void whenever_it_is_quiet_the_rows_are_those_that_grouping_the_last_revisions_gives() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            KpiTrial trial = new KpiTrial(seed);
            coverage.see(trial.emitted());
            trial.hold(new Grouping(FollowRule.DEFAULT));
            settledEarly += trial.settled();
        }

        assertThat(quietMoments).isGreaterThan(2 * SEEDS);
        assertThat(rowsCompared).isGreaterThan(300 * SEEDS);
        assertThat(settledEarly).isGreaterThan(SEEDS);
        assertThat(givenUp).isGreaterThan(SEEDS / 20);
        assertThat(coverage.missing(SEEDS)).as(coverage.toString()).isEmpty();
    }

    @Test
    void beyond_the_bound_what_is_first_accepted_is_followed_and_all_else_is_counted_together() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Grouping judge = new Grouping(new FollowRule(Set.of(), 2));
            new KpiTrial(seed, judge.follow).hold(judge);
            assertThat(judge.followed).hasSizeLessThanOrEqualTo(2);
        }
    }

    /** Holds rows to what grouping gives, of the subjects that have rows. */
    private final class Grouping implements KpiTrial.Judge {

        private final FollowRule follow;
        private final Set<Subject> followed = new HashSet<>();

        Grouping(FollowRule follow) {
            this.follow = follow;
        }

        @Override
        public Change read(Change change) {
            return change;
        }

        @Override
        public void judge(KpiStage stage, List<Change> read, String when) {
            Predicate<Subject> has = subject -> true;
            if (!follow.equals(FollowRule.DEFAULT)) {
                Set<Subject> subjects = stage.rows().keySet().stream()
                        .map(KpiKey::subject)
                        .filter(subject -> subject.id() != null)
                        .map(Subject::withoutEdition)
                        .collect(Collectors.toSet());
                followed.addAll(subjects);
                has = followed::contains;
            }
            assertSame(stage, read, has, when);
        }
    }

    private void assertSame(KpiStage stage, List<Change> log, Predicate<Subject> followed, String when) {
        quietMoments++;
        givenUp += stage.givenUp().size();
        Map<KpiKey, KpiRow> expected =
                GroupBy.rows(GroupBy.current(log), followed, stage.rules().longestSessionMs(), stage.givenUp());
        rowsCompared += expected.size();
        coverage.see(expected);
        expected.forEach((key, row) -> {
            assertThat(stage.rows()).as(when).containsKey(key);
            KpiRow emitted = stage.rows().get(key);
            assertThat(GroupBy.numbers(emitted)).as(when).isEqualTo(row);
            assertThat(emitted.over()).as("%s: over %s", when, emitted).isEqualTo(stage.clock() > row.endsAt());
        });
        stage.rows().forEach((key, row) -> {
            if (!expected.containsKey(key)) {
                assertThat(GroupBy.isEmpty(row))
                        .as("%s: nothing stands in %s", when, row)
                        .isTrue();
            }
        });
    }
}
