package dev.segue.app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.ContextType;
import dev.segue.contracts.EndReason;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.Play;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.Run;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.SessionTotals;
import dev.segue.contracts.Skips;
import dev.segue.contracts.TrackKpis;
import dev.segue.contracts.TrackNumbers;
import dev.segue.contracts.TrackOfSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackRecountTest {

    private static final Instant NINE = Instant.parse("2026-10-26T09:00:00Z");
    private static final TrackNumbers SKIPPED = new TrackNumbers(1, 0, new Skips(0, 1, 0), 0);
    private static final TrackNumbers COMPLETED = new TrackNumbers(1, 1, new Skips(0, 0, 0), 1);
    private static final TrackNumbers NOTHING = new TrackNumbers(0, 0, new Skips(0, 0, 0), 0);

    private final SessionRevision session = session();
    private final SessionPlays plays = plays(
            play("blue", 20_000, EndReason.FORWARD, "weekly"),
            play("green", 180_000, EndReason.COMPLETED, "weekly"),
            play("searched", 180_000, EndReason.COMPLETED, null));

    @Test
    void finds_nothing_when_all_is_as_counted() {
        assertThat(differences(kpis(NOTHING, track("blue", SKIPPED), track("green", COMPLETED))))
                .isEmpty();
        assertThat(differences(kpis(COMPLETED, track("blue", SKIPPED))))
                .as("beyond the maximum")
                .isEmpty();
    }

    @Test
    void finds_what_is_missing_or_too_much() {
        assertThat(TrackRecount.differences(List.of(session), List.of(plays), List.of()))
                .containsExactly("PLAYLIST weekly edition 2026-W44, week of 2026-10-26: no such track KPIs.");
        assertThat(TrackRecount.differences(List.of(), List.of(plays), List.of(kpis(NOTHING, track("blue", SKIPPED)))))
                .hasSize(1)
                .allMatch(difference -> difference.startsWith(
                        "PLAYLIST weekly edition 2026-W44, week of 2026-10-26: track blue Numbers[plays=0"));
    }

    @Test
    void finds_a_number_that_is_not_as_counted() {
        assertThat(differences(kpis(NOTHING, track("blue", COMPLETED), track("green", COMPLETED))))
                .containsExactly("PLAYLIST weekly edition 2026-W44, week of 2026-10-26: track blue Numbers[plays=1,"
                        + " counted=0, quick=0, early=1, late=0, completed=0], but reported Numbers[plays=1, counted=1,"
                        + " quick=0, early=0, late=0, completed=1].");
        assertThat(differences(kpis(SKIPPED, track("blue", SKIPPED), track("green", COMPLETED))))
                .hasSize(1)
                .allMatch(difference -> difference.contains(": all others Numbers[plays=0"));
    }

    @Test
    void counts_nothing_that_is_not_followed() {
        KpiRecount.Rules none = new KpiRecount.Rules(Duration.ofHours(30), subject -> false, Set.of());

        assertThat(TrackRecount.differences(List.of(session), List.of(plays), List.of(), none))
                .isEmpty();
    }

    private List<String> differences(TrackKpis kpis) {
        return TrackRecount.differences(List.of(session), List.of(plays), List.of(kpis));
    }

    private static TrackKpis kpis(TrackNumbers others, TrackOfSubject... tracks) {
        return new TrackKpis(
                new KpiSubject(KpiSubjectKind.PLAYLIST, "weekly", "2026-W44"),
                "2026-10-26",
                List.of(tracks),
                others,
                NINE);
    }

    private static TrackOfSubject track(String id, TrackNumbers numbers) {
        return new TrackOfSubject(id, numbers);
    }

    private static SessionRevision session() {
        SessionRevision annas = Messages.annas(1, SessionStatus.FINAL, false);
        Run run = Run.newBuilder()
                .setContext(new PlayContext(ContextType.PLAYLIST, "weekly", null))
                .setStartedAt(NINE)
                .setEndedAt(NINE.plusSeconds(600))
                .build();
        return SessionRevision.newBuilder(annas)
                .setStartedAt(NINE)
                .setTotals(SessionTotals.newBuilder(annas.getTotals())
                        .setEndedAt(NINE.plusSeconds(600))
                        .setTimeZone("Europe/Stockholm")
                        .setRuns(List.of(run))
                        .build())
                .build();
    }

    private SessionPlays plays(Play... some) {
        return new SessionPlays(session.getSessionId(), "anna", 0, 1, List.of(some));
    }

    private static Play play(String track, long playedMs, EndReason reason, String playlist) {
        return Play.newBuilder()
                .setEventId(track)
                .setStartedAt(NINE.plusSeconds(60))
                .setEndedAt(NINE.plusSeconds(60).plusMillis(playedMs))
                .setPlayedMs(playedMs)
                .setEndReason(reason)
                .setTrackId(track)
                .setContext(playlist == null ? null : new PlayContext(ContextType.PLAYLIST, playlist, null))
                .build();
    }
}
