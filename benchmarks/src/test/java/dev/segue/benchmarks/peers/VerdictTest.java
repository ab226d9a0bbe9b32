package dev.segue.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final long DUE = 1_000;

    private static final Map<Key, Totals> REFERENCE = Map.of(
            new Key(1, 100), new Totals(200, 2, 90),
            new Key(1, 500), new Totals(600, 3, 80),
            new Key(2, 100), new Totals(300, 4, 70),
            new Key(3, 900), new Totals(1_000, 1, 100));

    @Test
    void all_as_in_the_reference_is_flawless() {
        Verdict verdict = Verdict.on(REFERENCE, REFERENCE, DUE);

        assertThat(verdict).isEqualTo(new Verdict(4, 0, 0, 0, 0, 0));
        assertThat(verdict.isFlawless()).isTrue();
    }

    @Test
    void each_session_has_one_fate() {
        Map<Key, Totals> found = Map.of(
                new Key(1, 100), new Totals(200, 2, 90),
                new Key(1, 500), new Totals(600, 2, 80),
                new Key(2, 101), new Totals(300, 4, 70));

        assertThat(Verdict.on(found, REFERENCE, DUE)).isEqualTo(new Verdict(1, 1, 1, 1, 1, 1));
    }

    @Test
    void a_session_with_another_end_is_wrong_but_lacks_no_play() {
        Map<Key, Totals> reference = Map.of(new Key(1, 100), new Totals(200, 2, 90));
        Map<Key, Totals> found = Map.of(new Key(1, 100), new Totals(201, 2, 90));

        Verdict verdict = Verdict.on(found, reference, DUE);
        assertThat(verdict).isEqualTo(new Verdict(0, 1, 0, 0, 0, 0));
        assertThat(verdict.isFlawless()).isFalse();
    }

    @Test
    void what_was_not_due_yet_is_no_flaw() {
        Map<Key, Totals> reference = Map.of(new Key(1, 900), new Totals(DUE, 2, 90));

        assertThat(Verdict.on(Map.of(), reference, DUE).isFlawless()).isTrue();
        assertThat(Verdict.on(Map.of(), reference, DUE + 1).isFlawless()).isFalse();
    }
}
