package dev.segue.adapters.flink.rules;

import dev.segue.domain.rules.StateRules;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Stores the rules of a job beside the state that they make: in broadcast state, so that every subtask restores all of
 * them, however the job is rescaled.
 */
public final class RulesOfState {

    private static final MapStateDescriptor<String, String> STATE =
            new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);

    private RulesOfState() {}

    /**
     * Requires that the operator's state was made under these rules, and stores them with every checkpoint.
     *
     * @throws OtherRules when it was made under others
     */
    public static void require(StateRules rules, StateInitializationContext context) throws Exception {
        BroadcastState<String, String> stored = context.getOperatorStateStore().getBroadcastState(STATE);
        if (context.isRestored()) {
            Map<String, String> made = new HashMap<>();
            stored.iterator().forEachRemaining(rule -> made.put(rule.getKey(), rule.getValue()));
            rules.objectionTo(made).ifPresent(objection -> {
                throw new OtherRules(objection);
            });
        }
        stored.clear();
        stored.putAll(rules.values());
    }
}
