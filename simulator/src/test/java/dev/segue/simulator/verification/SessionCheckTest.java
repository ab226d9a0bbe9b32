package dev.segue.simulator.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.SessionRevision;
import dev.segue.simulator.plan.PlannedSession;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionCheckTest {

    private static final long NINE = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private static final PlannedSession ANNAS = planned("anna", NINE, NINE + 3 * MINUTE, 1);

    @Test
    void finds_nothing_where_all_is_as_planned() {
        SessionCheck check = SessionCheck.of(List.of(ANNAS), List.of(emitted(ANNAS)), Long.MAX_VALUE);

        assertThat(check.isGood()).isTrue();
        assertThat(check.agreeing()).isEqualTo(1);
    }

    @Test
    void finds_what_is_missing_and_what_nobody_planned() {
        PlannedSession split = planned("anna", NINE + MINUTE, NINE + 3 * MINUTE, 1);

        SessionCheck check = SessionCheck.of(List.of(ANNAS), List.of(emitted(split)), Long.MAX_VALUE);

        assertThat(check.agreeing()).isZero();
        assertThat(check.differences())
                .containsExactly(
                        "anna at 2026-03-02T09:00:00Z: planned until 2026-03-02T09:03:00Z with 1 play, but there is no"
                                + " such session.",
                        "anna at 2026-03-02T09:01:00Z: there is a session until 2026-03-02T09:03:00Z with 1 play, but"
                                + " it was not planned.");
    }

    @Test
    void finds_what_differs() {
        SessionRevision longer = emitted(planned("anna", NINE, NINE + 4 * MINUTE, 2));

        assertThat(SessionCheck.of(List.of(ANNAS), List.of(longer), Long.MAX_VALUE)
                        .differences())
                .containsExactly("anna at 2026-03-02T09:00:00Z: the end: planned 2026-03-02T09:03:00Z, found"
                        + " 2026-03-02T09:04:00Z; events: planned 1, found 2; plays: planned 1, found 2; counted plays:"
                        + " planned 1, found 2; listened ms: planned 180000, found 240000; runs: planned"
                        + " [Run[playlist=morning, edition=null, songs=1]], found [Run[playlist=morning, edition=null,"
                        + " songs=2]].");
    }

    @Test
    void finds_a_session_that_is_still_open() {
        SessionRevision open = emitted(ANNAS);
        open.put("open", true);

        assertThat(SessionCheck.of(List.of(ANNAS), List.of(open), Long.MAX_VALUE)
                        .differences())
                .containsExactly("anna at 2026-03-02T09:00:00Z: is still open after the end of the audience.");
    }

    @Test
    void a_session_that_ends_as_the_audience_goes_may_still_be_open() {
        SessionRevision open = emitted(ANNAS);
        open.put("open", true);

        assertThat(SessionCheck.of(List.of(ANNAS), List.of(open), NINE + 3 * MINUTE)
                        .isGood())
                .isTrue();
        assertThat(SessionCheck.of(List.of(ANNAS), List.of(open), NINE + 3 * MINUTE + 1)
                        .isGood())
                .isFalse();
    }

    @Test
    void lists_differences_up_to_a_number() {
        List<String> differences =
                IntStream.range(0, 22).mapToObj(i -> "difference " + i).toList();

        assertThat(new SessionCheck(30, 8, differences).inWords())
                .hasSize(22)
                .startsWith("NOT as planned: 8 of 30 sessions match, but there are 22 differences:", "  difference 0")
                .endsWith("  difference 19", "  and 2 more");
    }

    private static PlannedSession planned(String listener, long from, long to, int plays) {
        return new PlannedSession(
                listener,
                from,
                to,
                "SE",
                "Europe/Stockholm",
                0,
                plays,
                plays,
                plays,
                0,
                0,
                0,
                to - from,
                1,
                List.of(new PlannedSession.Run("morning", null, plays)));
    }

    private static SessionRevision emitted(PlannedSession session) {
        return AsPlanned.session(session);
    }
}
