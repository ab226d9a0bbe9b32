package dev.segue.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Past;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Upload;
import dev.segue.simulator.audience.Upload.Garbage;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.Upload.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules find an audience's plan in its events, although neither depends on the other. */
class PlanTest {

    private static final long HOUR = 3_600_000;

    /** Three hours before the clocks in Europe go back. */
    private static final long BEGINNING = Instant.parse("2026-10-24T22:00:00Z").toEpochMilli();

    private static final int SEEDS = 40;

    @Test
    void is_what_the_reference_finds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Staged staged = staged(scenario(seed, Set.of(Hazard.values())));

            assertThat(staged.found()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(staged.planned());
            assertThat(staged.audience().plan().sessions())
                    .isEqualTo(staged.planned().size());
        }
    }

    @Test
    void holds_for_the_stories_and_the_weeks_before() {
        Staged staged =
                staged(scenario(1, Set.of(Hazard.values())).withStories().withPast(new Past(2, 2)));

        assertThat(staged.found()).containsExactlyInAnyOrderElementsOf(staged.planned());
    }

    @ParameterizedTest
    @EnumSource
    void holds_for_each_hazard_alone(Hazard hazard) {
        Staged staged = staged(scenario(1, Set.of(hazard)));

        assertThat(staged.found()).containsExactlyInAnyOrderElementsOf(staged.planned());
        assertThat(staged.audience().plan().times()).containsOnlyKeys(hazard);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_a_hazard_out(Hazard hazard) {
        Staged staged = staged(scenario(1, EnumSet.complementOf(EnumSet.of(hazard))));

        assertThat(staged.audience().plan().times())
                .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(hazard)).toArray(Hazard[]::new));
    }

    @Test
    void knows_what_becomes_of_every_record() {
        for (Upload upload : staged(scenario(2, Set.of(Hazard.values()))).uploads()) {
            if (upload instanceof Garbage) {
                assertThat(upload.kind()).isEqualTo(Kind.UNUSABLE);
            } else {
                Verdict verdict = judged((Report) upload);
                assertThat(verdict instanceof Verdict.Rejected)
                        .as("%s", upload)
                        .isEqualTo(upload.kind() == Kind.UNUSABLE);
                if (verdict instanceof Verdict.Usable usable) {
                    long age = upload.arrivesAt() - usable.event().occurredAt();
                    assertThat(age > SessionRules.DEFAULT.allowedLatenessMs())
                            .as("%s", upload)
                            .isEqualTo(upload.kind() == Kind.DAYS_OLD);
                    assertThat(age < 20 * HOUR || age > 36 * HOUR)
                            .as("%s", upload)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void has_breaks_at_both_sides_of_the_gap() {
        Plan plan = staged(scenario(3, Set.of())).audience().plan();

        assertThat(plan.breaksOfExactlyTheGap()).isGreaterThan(plan.breaks() / 100);
        assertThat(plan.breaksOneMillisecondOverTheGap()).isGreaterThan(plan.breaks() / 100);
    }

    private record Staged(Audience audience, List<PlannedSession> planned, List<Upload> uploads) {

        /** What the rules find, as planned sessions. */
        List<PlannedSession> found() {
            List<PlaybackEvent> accepted = new ArrayList<>();
            for (Upload upload : uploads) {
                if (upload instanceof Report report
                        && report.kind() != Kind.DAYS_OLD
                        && judged(report) instanceof Verdict.Usable usable) {
                    accepted.add(usable.event());
                }
            }
            return BatchReference.sessionsOf(accepted, SessionRules.DEFAULT).stream()
                    .map(PlanTest::inThePlansWords)
                    .toList();
        }
    }

    private static Scenario scenario(long seed, Set<Hazard> hazards) {
        return new Scenario(seed, 40, BEGINNING, BEGINNING + 30 * HOUR, hazards, 4);
    }

    private static Staged staged(Scenario scenario) {
        List<PlannedSession> planned = new ArrayList<>();
        Audience audience = Audience.of(scenario, planned::add);
        List<Upload> uploads = new ArrayList<>();
        for (var upload = audience.next(); upload.isPresent(); upload = audience.next()) {
            uploads.add(upload.get());
        }
        return new Staged(audience, planned, uploads);
    }

    private static Verdict judged(Report report) {
        return Intake.DEFAULT.judge(report.event(), Intake.NOT_APPENDED, report.arrivesAt());
    }

    private static PlannedSession inThePlansWords(Session session) {
        return new PlannedSession(
                session.listener(),
                session.startedAt(),
                session.endedAt(),
                session.country(),
                session.timeZone(),
                session.part(),
                session.events(),
                session.plays(),
                session.countedPlays(),
                session.skips().quick(),
                session.skips().early(),
                session.skips().late(),
                session.listenedMs(),
                session.devices(),
                session.runs().stream().map(PlanTest::inThePlansWords).toList());
    }

    private static PlannedSession.Run inThePlansWords(Run run) {
        return new PlannedSession.Run(run.context().id(), run.context().edition(), run.songs());
    }
}
