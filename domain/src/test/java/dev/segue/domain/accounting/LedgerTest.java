package dev.segue.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.RejectionReason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void parts_add_up_reason_by_reason() {
        Ledger readers = new Ledger(10, 0, 0, 0, Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.NO_TIME, 1L));
        Ledger sessions = new Ledger(0, 4, 2, 0, Map.of(RejectionReason.UNREADABLE, 1L));

        assertThat(readers.plus(sessions))
                .isEqualTo(
                        new Ledger(10, 4, 2, 0, Map.of(RejectionReason.UNREADABLE, 3L, RejectionReason.NO_TIME, 1L)));
    }

    @Test
    void a_ledger_balances_when_nothing_is_missing() {
        Map<RejectionReason, Long> rejected = Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.TOO_LONG, 1L);

        assertThat(new Ledger(10, 4, 2, 1, rejected).balances()).isTrue();
        assertThat(new Ledger(11, 4, 2, 1, rejected).balances()).isFalse();
        assertThat(new Ledger(9, 4, 2, 1, rejected).balances()).isFalse();
        assertThat(Ledger.EMPTY.balances()).isTrue();
    }

    @Test
    void nothing_added_changes_nothing() {
        Ledger ledger = new Ledger(3, 1, 1, 0, Map.of(RejectionReason.NO_DETAIL, 1L));

        assertThat(ledger.plus(Ledger.EMPTY)).isEqualTo(ledger);
        assertThat(Ledger.EMPTY.plus(ledger)).isEqualTo(ledger);
    }

    @Test
    void a_ledger_does_not_change_with_the_map_it_was_made_of() {
        Map<RejectionReason, Long> rejected = new HashMap<>(Map.of(RejectionReason.NO_TIME, 1L));
        Ledger ledger = new Ledger(1, 0, 0, 0, rejected);

        rejected.put(RejectionReason.TOO_LONG, 5L);

        assertThat(ledger.rejectedInAll()).isEqualTo(1);
    }
}
