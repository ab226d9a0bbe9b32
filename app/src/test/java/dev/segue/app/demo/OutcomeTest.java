package dev.segue.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.simulate.Sent;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Sent SENT = new Sent(24_930, 180, 27, 97);

    @Test
    void sumsUp() {
        Outcome outcome = new Outcome(SENT, seen(new Reckoning(25_234, 24_942, 180, 15, 97, 0), 15, 97), true);

        assertThat(outcome.addsUp()).isTrue();
        assertThat(outcome.inWords())
                .containsExactly(
                        "",
                        "The audience sent 25,234 records: 24,930 events, 180 of them again, 27 from days ago, and 97"
                                + " that are none.",
                        "Segue read 25,234 = 24,942 accepted + 180 duplicate + 15 late + 97 rejected.",
                        "Sessions: 641 closed, 102 still open; 1 corrected, 5 superseded; 3,957 revisions.",
                        "The account adds up.");
    }

    @Test
    void noticesWhatWasNotRead() {
        assertThatItEndsWith(
                seen(new Reckoning(25_233, 24_941, 180, 15, 97, 0), 15, 97),
                "The account does NOT add up: 25,234 records were sent, but 25,233 were read.");
    }

    @Test
    void noticesWhatIsUnaccountedFor() {
        assertThatItEndsWith(
                seen(new Reckoning(25_234, 24_941, 180, 15, 97, 0), 15, 97),
                "The account does NOT add up: of 25,234 records read, 25,233 are accounted for.");
    }

    @Test
    void noticesWhatIsNotOnTheTopics() {
        assertThatItEndsWith(
                seen(new Reckoning(25_234, 24_942, 180, 15, 97, 0), 14, 97),
                "The account does NOT add up: the late topic has 14 records for 15 late events, the dead letters have 97"
                        + " for 97 rejected ones.");
    }

    @Test
    void doesNotJudgeWhatWasBrokenOff() {
        Outcome outcome = new Outcome(SENT, seen(new Reckoning(20_000, 19_708, 180, 15, 97, 0), 15, 97), false);

        assertThat(outcome.inWords())
                .contains("Segue read 20,000 = 19,708 accepted + 180 duplicate + 15 late + 97 rejected, as of its last"
                        + " checkpoint.")
                .noneMatch(line -> line.contains("add"));
    }

    private static void assertThatItEndsWith(Seen seen, String verdict) {
        Outcome outcome = new Outcome(SENT, seen, true);

        assertThat(outcome.addsUp()).isFalse();
        assertThat(outcome.inWords()).last().isEqualTo(verdict);
    }

    private static Seen seen(Reckoning account, long late, long deadLetters) {
        return new Seen(3_957, 102, 641, 1, 5, late, deadLetters, account, 3, List.of(), List.of());
    }
}
