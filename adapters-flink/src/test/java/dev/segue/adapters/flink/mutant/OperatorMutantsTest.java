package dev.segue.adapters.flink.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.mutant.Mutant;
import dev.segue.domain.mutant.MutantLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is broken in the operator, its trials notice. */
class OperatorMutantsTest {

    private static final String TRIALS = "dev.segue.adapters.flink.session.OperatorTrials";
    private static final int SEEDS = 100;

    static List<Mutant> mutants() {
        return List.of(
                new Mutant(
                        "the clock is not restored",
                        "adapters/flink/clock/AcceptanceClock",
                        "return Math.max(restored, watermark);",
                        "return watermark;"),
                new Mutant(
                        "of several clocks the earliest is restored",
                        "adapters/flink/clock/AcceptanceClock",
                        "restored = Math.max(restored, time);",
                        "restored = restored == Clocks.NOT_STARTED ? time : Math.min(restored, time);"),
                new Mutant(
                        "the clock is not stored",
                        "adapters/flink/clock/ClockedOperator",
                        "acceptanceClock.snapshot(watermark());",
                        ""),
                new Mutant(
                        "a late event is counted, but not handed on",
                        "adapters/flink/session/SessionOperator",
                        "output.collect(LATE, new StreamRecord<>(event, event.occurredAt()));",
                        ""),
                new Mutant(
                        "a late event is handed on, but not counted",
                        "adapters/flink/session/SessionOperator",
                        "account().count(outcome);",
                        "if (outcome != Outcome.LATE) {\n            account().count(outcome);\n        }"),
                new Mutant(
                        "the account is not restored",
                        "adapters/flink/accounting/CheckpointedAccount",
                        "before = before.plus(part);",
                        ""),
                new Mutant(
                        "only one part of the account is restored",
                        "adapters/flink/accounting/CheckpointedAccount",
                        "before = before.plus(part);",
                        "before = part;"),
                new Mutant(
                        "the account is not stored",
                        "adapters/flink/accounting/AccountedOperator",
                        "account.snapshot();",
                        ""),
                new Mutant(
                        "silence moves the acceptance clock",
                        "adapters/flink/session/SessionOperator",
                        "return silence.at(latest, wallClock());",
                        "return Clocks.at(silence.at(latest, wallClock()).closing());"),
                new Mutant(
                        "an empty memory is kept", "adapters/flink/session/SessionOperator", "listeners.clear();", ""),
                new Mutant(
                        "timers are left behind", "adapters/flink/session/SessionOperator", "clearTimers(state);", ""),
                new Mutant(
                        "a timer that fired is thought to be set",
                        "adapters/flink/session/SessionOperator",
                        "state.setDueTimer(KeyedTimer.NOT_SET);",
                        ""),
                new Mutant(
                        "no timer is set for silence",
                        "adapters/flink/session/SessionOperator",
                        "state.setSilenceTimer(silenceTimer.roughlyAt(inSilence, state.silenceTimer(), now));",
                        ""),
                new Mutant(
                        "nobody wakes for what is settled",
                        "adapters/flink/session/SessionOperator",
                        "state.setSettlingTimer(settlingTimer.noLaterThan(settled, state.settlingTimer()));",
                        ""),
                new Mutant(
                        "who waits until all is settled is not woken for what is to be told",
                        "adapters/flink/session/SessionOperator",
                        "if (closing <= settled) {",
                        "if (closing <= settled && state.settlingTimer() == KeyedTimer.NOT_SET) {"),
                new Mutant(
                        "a timer that fired is thought to be set for what is to be forgotten",
                        "adapters/flink/session/SessionOperator",
                        "state.setSettlingTimer(KeyedTimer.NOT_SET);",
                        ""),
                new Mutant(
                        "a timer is never moved forward",
                        "adapters/flink/timer/KeyedTimer",
                        "return time < set ?",
                        "return time < set && set == NOT_SET ?"),
                new Mutant(
                        "what was accepted is not stored",
                        "adapters/flink/session/SessionOperator",
                        "state.setMemory(memory); listeners.update(state); } else if",
                        "state.setMemory(memory); } else if"),
                new Mutant(
                        "the leaf that lay with the listener is lost to the next",
                        "adapters/flink/session/KeyedPages",
                        "others.put(listener.leafNumber(), listener.leaf());",
                        ""),
                new Mutant(
                        "memory is not stored",
                        "adapters/flink/session/SessionOperator",
                        "state.setMemory(memory); listeners.update(state); } else if",
                        "listeners.update(state); } else if"),
                new Mutant(
                        "receipts are not stored",
                        "adapters/flink/session/KeyedReceipts",
                        "state.put(fingerprint, true);",
                        ""),
                new Mutant(
                        "what fell is not stored",
                        "adapters/flink/session/ListenerStateCodec",
                        "Fields.writeList(memory.fallen(), ListenerStateCodec::writeFallen, out);",
                        "Fields.writeList(java.util.List.<Fallen>of(), ListenerStateCodec::writeFallen, out);"),
                new Mutant(
                        "broken plays are not stored",
                        "adapters/flink/session/ListenerStateCodec",
                        "Fields.writeList(memory.brokenPlays(), ListenerStateCodec::writeBroken, out);",
                        "Fields.writeList(java.util.List.<BrokenPlay>of(), ListenerStateCodec::writeBroken, out);"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void is_caught(Mutant mutant) throws Exception {
        assertThat(MutantLoader.objectionTo(mutant, TRIALS, SEEDS)).isNotNull();
    }

    @Test
    void nothing_is_objected_to_where_nothing_is_broken() throws Exception {
        Mutant none = new Mutant("none", "adapters/flink/clock/AcceptanceClock", "package dev", "package dev");

        assertThat(MutantLoader.objectionTo(none, TRIALS, 10)).isNull();
    }
}
