package dev.segue.adapters.flink.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.mutant.Mutant;
import dev.segue.domain.mutant.MutantLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator's trials detect every one of these mutants. */
@Execution(ExecutionMode.CONCURRENT)
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
                        "the earliest of several clocks is restored",
                        "adapters/flink/clock/AcceptanceClock",
                        "restored = Math.max(restored, time);",
                        "restored = restored == Clocks.NOT_STARTED ? time : Math.min(restored, time);"),
                new Mutant(
                        "the clock is not stored",
                        "adapters/flink/clock/ClockedOperator",
                        "acceptanceClock.snapshot(watermark());",
                        ""),
                new Mutant(
                        "a late event is counted, but not emitted",
                        "adapters/flink/session/SessionOperator",
                        "output.collect(LATE, new StreamRecord<>(event, event.occurredAt()));",
                        ""),
                new Mutant(
                        "a late event is emitted, but not counted",
                        "adapters/flink/session/SessionOperator",
                        "ledger().count(outcome);",
                        "if (outcome != Outcome.LATE) {\n            ledger().count(outcome);\n        }"),
                new Mutant(
                        "the ledger is not restored",
                        "adapters/flink/accounting/CheckpointedLedger",
                        "before = before.plus(part);",
                        ""),
                new Mutant(
                        "only one part of the ledger is restored",
                        "adapters/flink/accounting/CheckpointedLedger",
                        "before = before.plus(part);",
                        "before = part;"),
                new Mutant(
                        "the ledger is not stored",
                        "adapters/flink/accounting/AccountingOperator",
                        "ledger.snapshot(context.getCheckpointId());",
                        ""),
                new Mutant(
                        "silence moves the acceptance clock",
                        "adapters/flink/session/SessionOperator",
                        "return silence.at(latest, wallClock());",
                        "return Clocks.at(silence.at(latest, wallClock()).closing());"),
                new Mutant(
                        "an empty memory is not removed",
                        "adapters/flink/session/SessionOperator",
                        "listeners.clear();",
                        ""),
                new Mutant(
                        "timers are not cleared", "adapters/flink/session/SessionOperator", "clearTimers(state);", ""),
                new Mutant(
                        "a timer that fired still counts as set",
                        "adapters/flink/session/SessionOperator",
                        "state.setDueTimer(KeyedTimer.NOT_SET);",
                        ""),
                new Mutant(
                        "no timer is set for silence",
                        "adapters/flink/session/SessionOperator",
                        "state.setSilenceTimer(silenceTimer.roughlyAt(inSilence, state.silenceTimer(), now));",
                        ""),
                new Mutant(
                        "no timer is set for settling",
                        "adapters/flink/session/SessionOperator",
                        "state.setSettlingTimer(settlingTimer.noLaterThan(settled, state.settlingTimer()));",
                        ""),
                new Mutant(
                        "a listener that waits for settling gets no timer for emission",
                        "adapters/flink/session/SessionOperator",
                        "if (closing <= settled) {",
                        "if (closing <= settled && state.settlingTimer() == KeyedTimer.NOT_SET) {"),
                new Mutant(
                        "a settling timer that fired still counts as set",
                        "adapters/flink/session/SessionOperator",
                        "state.setSettlingTimer(KeyedTimer.NOT_SET);",
                        ""),
                new Mutant(
                        "a timer is never moved forward",
                        "adapters/flink/timer/KeyedTimer",
                        "return time < set ?",
                        "return time < set && set == NOT_SET ?"),
                new Mutant(
                        "the state after an accepted event is not stored",
                        "adapters/flink/session/SessionOperator",
                        "store(state, memory, before); } else if",
                        "state.setMemory(memory); } else if"),
                new Mutant(
                        "the leaf stored with the listener is lost when the next one replaces it",
                        "adapters/flink/session/KeyedPages",
                        "others.put(listener.leafNumber(), listener.leaf());",
                        ""),
                new Mutant(
                        "memory is not stored",
                        "adapters/flink/session/SessionOperator",
                        "store(state, memory, before); } else if",
                        "listeners.update(state); } else if"),
                new Mutant(
                        "receipts are not stored",
                        "adapters/flink/session/KeyedReceipts",
                        "state.put(fingerprint, true);",
                        ""),
                new Mutant(
                        "superseded sessions are not stored",
                        "adapters/flink/session/PackedMemory",
                        "Fields.writeShortList(memory.superseded(), this::writeSuperseded, out);",
                        "Fields.writeShortList(List.<SupersededSession>of(), this::writeSuperseded, out);"),
                new Mutant(
                        "broken plays are not stored",
                        "adapters/flink/session/PackedMemory",
                        "Fields.writeShortList(memory.brokenPlays(), PackedMemory::writeBroken, out);",
                        "Fields.writeShortList(List.<BrokenPlay>of(), PackedMemory::writeBroken, out);"));
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
