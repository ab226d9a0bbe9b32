package dev.segue.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.RejectionReason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void partsAddUpReasonByReason() {
        Account readers = new Account(10, 0, 0, 0, Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.NO_TIME, 1L));
        Account sessions = new Account(0, 4, 2, 0, Map.of(RejectionReason.UNREADABLE, 1L));

        assertThat(readers.plus(sessions))
                .isEqualTo(
                        new Account(10, 4, 2, 0, Map.of(RejectionReason.UNREADABLE, 3L, RejectionReason.NO_TIME, 1L)));
    }

    @Test
    void anAccountBalancesWhenNothingIsMissing() {
        Map<RejectionReason, Long> rejected = Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.TOO_LONG, 1L);

        assertThat(new Account(10, 4, 2, 1, rejected).balances()).isTrue();
        assertThat(new Account(11, 4, 2, 1, rejected).balances()).isFalse();
        assertThat(new Account(9, 4, 2, 1, rejected).balances()).isFalse();
        assertThat(Account.EMPTY.balances()).isTrue();
    }

    @Test
    void nothingAddedChangesNothing() {
        Account account = new Account(3, 1, 1, 0, Map.of(RejectionReason.NO_DETAIL, 1L));

        assertThat(account.plus(Account.EMPTY)).isEqualTo(account);
        assertThat(Account.EMPTY.plus(account)).isEqualTo(account);
    }

    @Test
    void anAccountDoesNotChangeWithTheMapItWasMadeOf() {
        Map<RejectionReason, Long> rejected = new HashMap<>(Map.of(RejectionReason.NO_TIME, 1L));
        Account account = new Account(1, 0, 0, 0, rejected);

        rejected.put(RejectionReason.TOO_LONG, 5L);

        assertThat(account.rejectedInAll()).isEqualTo(1);
    }
}
