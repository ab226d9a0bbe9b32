package dev.segue.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.pipeline.Figures;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final long SMALL = 1_000;
    private static final long LARGE = 3_000;
    private static final long MIB = 1 << 20;
    private static final Verdict FLAWLESS = new Verdict(1_200, 0, 0, 0, 0, 0);

    private final Results results = new Results();

    @Test
    void cost_is_that_of_one_more_event_and_compared_within_a_repetition() {
        run(Contender.SEGUE_HEAP, 1, 100, 130, FLAWLESS);
        run(Contender.SEGUE_HEAP, 2, 100, 120, FLAWLESS);
        run(Contender.SEGUE_HEAP, 3, 100, 110, FLAWLESS);
        run(Contender.FLOOR, 1, 50, 60, null);
        run(Contender.FLOOR, 2, 50, 54, null);
        run(Contender.FLOOR, 3, 50, 55, null);

        assertThat(results.report())
                .isEqualTo(
                        """
                        ### late: 5 % of the events up to ten minutes late

                        | contender | CPU µs per event | minimum to maximum | of Segue | of the floor | wall s | memory MB |\
                         disk MB | right | wrong | missing | extra | open | what it lacks |
                        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                        | segue-heap | 10.00 | 5.00 to 15.00 | 1.00 | 3.00 | 2 | 70 | 5 | 1,200 | 0 | 0 | 0 | 0 |  |
                        | floor | 2.50 | 2.00 to 5.00 | 0.33 | 1.00 | 2 | 70 | 5 | | | | |  |\
                         decides nothing: writes the bytes that Segue wrote |

                        | CPU per event | ratio | minimum to maximum |
                        |---|---|---|
                        | segue-heap : floor | 3.00 | 2.00 to 5.00 |

                        """);
        assertThat(results.objections()).isEmpty();
    }

    @Test
    void the_worst_repetition_counts_and_says_how_many_sessions_lack_plays() {
        run(Contender.KAFKA_STREAMS, 1, 1, 2, FLAWLESS);
        run(Contender.KAFKA_STREAMS, 2, 1, 2, new Verdict(1_000, 200, 150, 0, 0, 3));

        assertThat(results.report())
                .contains("| 1,000 | 200 | 0 | 3 | 0 | ")
                .contains("old ones are deleted; plays of 150 sessions |");
        assertThat(results.objections()).isEmpty();
    }

    @Test
    void a_failure_is_told_and_leaves_its_repetition_out() {
        run(Contender.SEGUE_HEAP, 1, 100, 130, FLAWLESS);
        results.add(Workload.LATE, Contender.SEGUE_HEAP, 2, SMALL, outcome(100, FLAWLESS));
        results.add(Workload.LATE, Contender.SEGUE_HEAP, 2, LARGE, Outcome.failed("It has not finished in 9 s."));

        assertThat(results.report())
                .contains("| segue-heap | 15.00 | 15.00 to 15.00 |")
                .contains("segue-heap has failed. It has not finished in 9 s.");
        assertThat(results.objections()).containsExactly("segue-heap (late): It has not finished in 9 s.");
    }

    @Test
    void where_all_is_in_order_nobody_may_be_wrong() {
        results.add(Workload.IN_ORDER, Contender.SPARK_BATCH, 1, SMALL, outcome(100, new Verdict(9, 1, 0, 0, 0, 2)));

        assertThat(results.objections())
                .containsExactly("spark-batch (in-order): Where all events are in order, every session must be right,"
                        + " but 1 are wrong, 0 missing and 2 extra.");
        assertThat(results.report()).contains("| spark-batch |  |  |  |  | 2 |");
    }

    @Test
    void workloads_that_differ_in_one_respect_are_compared() {
        for (Workload workload : new Workload[] {Workload.SHORT_SESSIONS, Workload.LONG_SESSIONS}) {
            long more = workload == Workload.SHORT_SESSIONS ? 10 : 40;
            results.add(workload, Contender.SEGUE_HEAP, 1, SMALL, outcome(100, FLAWLESS));
            results.add(workload, Contender.SEGUE_HEAP, 1, LARGE, outcome(100 + more, FLAWLESS));
        }

        assertThat(results.report())
                .endsWith("| segue-heap, long-sessions : short-sessions | 4.00 | 4.00 to 4.00 |\n\n");
    }

    private void run(Contender contender, int repetition, long smallMs, long largeMs, Verdict verdict) {
        results.add(Workload.LATE, contender, repetition, SMALL, outcome(smallMs, verdict));
        results.add(Workload.LATE, contender, repetition, LARGE, outcome(largeMs, verdict));
    }

    private static Outcome outcome(long cpuMs, Verdict verdict) {
        return new Outcome(new Figures(cpuMs, 2_000, 70 * MIB), 5 * MIB, verdict, null);
    }
}
