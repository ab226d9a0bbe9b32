package dev.segue.adapters.flink.kpi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.flink.rules.OtherRules;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.RowChange;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KpiRowOperatorTest {

    @Test
    void the_state_of_other_rules_is_refused_and_another_pace_is_not() throws Exception {
        FollowRule two = new FollowRule(Set.of("weekly", "morning"), 10);
        long longest = KpiRules.DEFAULT.longestSessionMs();
        OperatorSubtaskState state;
        try (var operator = under(new KpiRules(two, 5_000, longest))) {
            operator.open();
            state = operator.snapshot(1, 0);
        }
        try (var operator = under(new KpiRules(two, 0, longest))) {
            operator.initializeState(state);
        }
        try (var operator = under(new KpiRules(new FollowRule(Set.of(), 10), 5_000, longest))) {
            assertThatThrownBy(() -> operator.initializeState(state))
                    .isInstanceOf(OtherRules.class)
                    .hasMessageContaining("other rules: kpis.follow was morning, weekly, and is now empty.");
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RowChange, KpiRow> under(KpiRules rules)
            throws Exception {
        var operator = new KeyedOneInputStreamOperatorTestHarness<String, RowChange, KpiRow>(
                new KpiRowOperator("playlists", rules), change -> change.key().text(), Types.STRING);
        operator.setup(KpiTypes.KPI_ROWS.createSerializer(new SerializerConfigImpl()));
        return operator;
    }
}
