package dev.segue.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.simulator.audience.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final long NOW = Instant.parse("2026-03-02T19:30:00Z").toEpochMilli();
    private static final List<String> ADDRESSES = List.of("Flink http://127.0.0.1:1", "Ctrl-C ends it.");

    private final Snapshot snapshot = new Snapshot(
            3_957,
            102,
            1_641,
            12,
            5,
            15,
            97,
            Map.of(
                    "sessions",
                    new JobHealth(
                            new Ledger(25_000, 24_700, 180, 20, Map.of(RejectionReason.UNREADABLE, 100L)),
                            NOW - 130_000,
                            NOW - 130_000,
                            3)),
            List.of("running 1", "running 2", "running 3"),
            List.of("emitted 1", "emitted 2", "emitted 3", "emitted 4", "emitted 5"));
    private final Scene scene = new Scene(12_000, 60_000L, NOW, 600, new Sent(25_000, 200, 30, 4), 1_037, snapshot);

    @Test
    void fits_the_terminal() {
        assertThat(Wording.lines(scene, ADDRESSES, 200, 18))
                .containsExactly(
                        "Segue  0:12 of 1:00   Mon 2 Mar 2026 19:30 UTC in simulated time, 600 times as fast",
                        "",
                        "  events     1,037 a second      25,234 sent                25,000 read",
                        "  sessions   102 open            1,641 closed               12 corrected, 5 superseded",
                        "  excluded   180 duplicate       15 late                    97 dead letters",
                        "  clock      2 min 10 s behind   read 3 ms after append",
                        "",
                        "  emitted 2",
                        "  emitted 3",
                        "  emitted 4",
                        "  emitted 5",
                        "  running 2",
                        "  running 3",
                        "",
                        "Flink http://127.0.0.1:1",
                        "Ctrl-C ends it.");
    }

    @Test
    void is_never_wider_nor_higher_than_the_terminal() {
        for (int height = 12; height < 60; height++) {
            List<String> lines = Wording.lines(scene, ADDRESSES, 30, height);

            assertThat(lines).hasSizeLessThan(height);
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(30));
        }
    }

    @Test
    void shows_what_a_terminal_would_obey() {
        List<String> addresses = List.of("page \u001b[2J", "1234567890\u0007");

        assertThat(Wording.lines(scene, addresses, 17, 18))
                .endsWith("page \\u001b[2J", "1234567890\\u0007".substring(0, 16));
    }

    @Test
    void says_it_in_one_line() {
        assertThat(Wording.line(scene))
                .isEqualTo("0:12 of 1:00  1,037 events a second; sessions: 102 open, 1,641 closed, 12 corrected;"
                        + " 180 duplicate, 15 late, 97 dead letters; clock 2 min 10 s behind");
    }

    @Test
    void says_that_no_clock_runs_yet() {
        assertThat(Wording.line(new Scene(0, null, NOW, 600, Sent.NOTHING, 0, Snapshot.NOTHING)))
                .isEqualTo("0:00  0 events a second; sessions: 0 open, 0 closed, 0 corrected;"
                        + " 0 duplicate, 0 late, 0 dead letters; clock not started");
    }
}
