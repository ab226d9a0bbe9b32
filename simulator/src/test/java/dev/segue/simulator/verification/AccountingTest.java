package dev.segue.simulator.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.simulator.audience.Sent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingTest {

    private static final Sent SENT = new Sent(24_930, 180, 27, 97);
    private static final Ledger AS_SENT = ledger(25_234, 24_930, 180, 27, 97);

    @Test
    void adds_up() {
        Accounting accounting = of(AS_SENT, 27, 97);

        assertThat(accounting.isGood()).isTrue();
        assertThat(accounting.inWords()).containsExactly("The accounting of every job adds up.");
        assertThat(Accounting.inWords(AS_SENT))
                .isEqualTo("Segue read 25,234 = 24,930 accepted + 180 duplicate + 27 late + 97 rejected");
    }

    @Test
    void notices_what_was_not_read() {
        assertThatItSays(
                of(ledger(25_233, 24_929, 180, 27, 97), 27, 97),
                "The accounting does NOT add up: 25,234 records were sent, but 25,233 were read.");
    }

    @Test
    void notices_what_is_unaccounted_for() {
        assertThatItSays(
                of(ledger(25_234, 24_929, 180, 27, 97), 27, 97),
                "The accounting does NOT add up: of 25,234 records that sessions has read, 25,233 are accounted for.");
    }

    @Test
    void notices_what_is_unaccounted_for_in_any_job() {
        Map<String, JobHealth> jobs = Map.of("sessions", health(AS_SENT), "alerts", health(ledger(7, 0, 0, 0, 1)));

        assertThatItSays(
                new Accounting(SENT, "sessions", jobs, 27, 97, true),
                "The accounting does NOT add up: of 7 records that alerts has read, 1 are accounted for.");
    }

    @Test
    void notices_what_is_not_on_the_topics() {
        assertThatItSays(
                of(AS_SENT, 26, 97),
                "The accounting does NOT add up: the late topic has 26 records for 27 late events, the dead-letter"
                        + " topic has 97 for 97 rejected records.");
    }

    @Test
    void refused_events_are_on_the_late_topic() {
        Ledger withRefused = new Ledger(
                25_234, 24_929, 180, 27, Map.of(RejectionReason.UNREADABLE, 97L, RejectionReason.TOO_MANY_EVENTS, 1L));

        assertThatItSays(
                of(withRefused, 28, 97),
                "The accounting does NOT add up: expected 24,930 accepted + 180 duplicate + 27 late + 97 rejected,"
                        + " found 24,929 accepted + 180 duplicate + 27 late + 98 rejected.");
    }

    @Test
    void with_delivery_at_least_once_topics_may_have_more_but_not_less() {
        Map<String, JobHealth> jobs = Map.of("sessions", health(AS_SENT));

        assertThat(new Accounting(SENT, "sessions", jobs, 30, 99, false).isGood())
                .isTrue();
        assertThat(new Accounting(SENT, "sessions", jobs, 30, 96, false).isGood())
                .isFalse();
        assertThat(of(AS_SENT, 30, 97).isGood()).isFalse();
    }

    @Test
    void notices_what_became_of_a_record_that_should_have_become_another() {
        assertThatItSays(
                of(ledger(25_234, 24_931, 179, 27, 97), 27, 97),
                "The accounting does NOT add up: expected 24,930 accepted + 180 duplicate + 27 late + 97 rejected,"
                        + " found 24,931 accepted + 179 duplicate + 27 late + 97 rejected.");
    }

    private static void assertThatItSays(Accounting accounting, String verdict) {
        assertThat(accounting.isGood()).isFalse();
        assertThat(accounting.inWords()).containsExactly(verdict);
    }

    private static Accounting of(Ledger sessions, long late, long deadLetters) {
        return new Accounting(SENT, "sessions", Map.of("sessions", health(sessions)), late, deadLetters, true);
    }

    private static JobHealth health(Ledger ledger) {
        return new JobHealth(ledger, 0, 0, 3);
    }

    private static Ledger ledger(long read, long accepted, long duplicate, long late, long rejected) {
        return new Ledger(read, accepted, duplicate, late, Map.of(RejectionReason.UNREADABLE, rejected));
    }
}
