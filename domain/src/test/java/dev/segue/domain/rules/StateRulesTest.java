package dev.segue.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateRulesTest {

    @Test
    void the_same_rules_are_no_objection() {
        assertThat(gap(1_800_000).objectionTo(gap(1_800_000).values())).isEmpty();
    }

    @Test
    void another_value_is_an_objection_that_names_rule_both_values_and_the_way_out() {
        assertThat(gap(1_200_000).objectionTo(Map.of("gap", "30 min")))
                .contains("The state to start from was made under other rules: gap was 30 min, and is now 20 min. Its"
                        + " results would mix both. Start with the rules of the state, or run a second job beside it,"
                        + " with another job.name and other topics for its results, compare them, and switch:"
                        + " docs/running.md, \"Change a rule\".");
    }

    @Test
    void all_differences_are_named_in_the_order_of_the_rules() {
        StateRules now = new StateRules().with("second", 2).with("same", 1).with("first", "b");

        assertThat(now.objectionTo(Map.of("first", "", "second", "1", "same", "1"))
                        .orElseThrow())
                .contains("rules: second was 1, and is now 2; first was empty, and is now b. Its");
    }

    @Test
    void a_rule_that_only_one_side_knows_is_no_objection() {
        assertThat(gap(1).objectionTo(Map.of())).isEmpty();
        assertThat(gap(1).objectionTo(Map.of("gap", "1 ms", "dropped", "1"))).isEmpty();
    }

    @Test
    void a_rule_that_the_state_does_not_know_may_say_what_it_was_before() {
        StateRules now = new StateRules().with("key", "2", "none");

        assertThat(now.objectionTo(Map.of()).orElseThrow()).contains("rules: key was none, and is now 2. Its");
        assertThat(now.objectionTo(Map.of("key", "2"))).isEmpty();
        assertThat(new StateRules().with("key", "none", "none").objectionTo(Map.of()))
                .isEmpty();
    }

    @Test
    void lengths_are_in_the_largest_unit_that_fits() {
        assertThat(lengths(0, 1, 999, 1_000, 90_000, 60_000, 3_600_000, 5_400_000, 86_400_000, 2 * 86_400_000L))
                .containsExactly("0 ms", "1 ms", "999 ms", "1 s", "90 s", "1 min", "1 h", "90 min", "1 d", "2 d");
    }

    @Test
    void ids_are_the_same_in_any_order_and_many_are_told_apart_by_a_digest() {
        Set<String> many = IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.toSet());
        Set<String> others = IntStream.range(1, 101).mapToObj(String::valueOf).collect(Collectors.toSet());

        assertThat(ids(Set.of("b", "a"))).isEqualTo("a, b");
        assertThat(ids(many)).matches("100 ids \\(digest [0-9a-f]+\\)").isNotEqualTo(ids(others));
    }

    private static StateRules gap(long ms) {
        return new StateRules().withLength("gap", ms);
    }

    private static List<String> lengths(long... all) {
        return Arrays.stream(all).mapToObj(ms -> gap(ms).values().get("gap")).toList();
    }

    private static String ids(Set<String> ids) {
        return new StateRules().withIds("ids", ids).values().get("ids");
    }
}
