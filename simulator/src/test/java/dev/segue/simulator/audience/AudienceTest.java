package dev.segue.simulator.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.Upload.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final long BEGINNING = Instant.parse("2026-03-02T06:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    @Test
    void follows_from_its_seed() {
        assertThat(first(5_000, 7)).isEqualTo(first(5_000, 7));
        assertThat(first(5_000, 7)).isNotEqualTo(first(5_000, 8));
    }

    @Test
    void reports_in_order_of_event_and_nothing_before_it_happened() {
        List<Upload> uploads = first(50_000, 1);

        assertThat(uploads.stream().map(Upload::arrivesAt)).isSorted();
        assertThat(uploads.get(0).arrivesAt()).isGreaterThanOrEqualTo(BEGINNING);
        assertThat(reports(uploads))
                .filteredOn(report -> report.kind() != Kind.UNUSABLE)
                .allSatisfy(report -> assertThat(
                                Intake.DEFAULT.judge(report.event(), report.arrivesAt(), report.arrivesAt()))
                        .isInstanceOf(Verdict.Usable.class));
    }

    @Test
    void skips_like_a_billion_plays() {
        List<TrackEnded> plays = reports(first(200_000, 3)).stream()
                .filter(AudienceTest::isFirstDelivery)
                .map(report -> report.event().detail())
                .filter(TrackEnded.class::isInstance)
                .map(TrackEnded.class::cast)
                .filter(play -> play.trackId().startsWith("track-"))
                .toList();

        assertThat(shareOf(plays, play -> skipped(play) && play.playedMs() < 5_000))
                .isCloseTo(0.241, within(0.01));
        assertThat(shareOf(plays, play -> skipped(play) && play.playedMs() < 10_000))
                .isCloseTo(0.289, within(0.01));
        assertThat(shareOf(plays, play -> skipped(play) && play.playedMs() < 30_000))
                .isCloseTo(0.351, within(0.01));
        assertThat(shareOf(plays, AudienceTest::skipped)).isCloseTo(0.486, within(0.01));
    }

    @Test
    void repeats_delays_and_garbles_a_little() {
        List<Upload> uploads = first(200_000, 4);

        assertThat(shareOf(uploads, upload -> upload.kind() == Kind.REPETITION)).isBetween(0.004, 0.012);
        assertThat(shareOf(uploads, upload -> upload.kind() == Kind.DAYS_OLD)).isBetween(0.003, 0.03);
        assertThat(shareOf(uploads, upload -> upload.kind() == Kind.UNUSABLE)).isBetween(0.003, 0.03);
    }

    @Test
    void repeats_an_event_with_the_same_content() {
        Map<String, PlaybackEvent> byId = new HashMap<>();
        for (Report report : reports(first(50_000, 5))) {
            PlaybackEvent event = report.event();
            PlaybackEvent before = byId.putIfAbsent(event.eventId(), event);
            if (before != null) {
                assertThat(event)
                        .usingRecursiveComparison()
                        .ignoringFields("sentAt", "receivedAt")
                        .isEqualTo(before);
            }
        }
        assertThat(byId).hasSizeLessThan(50_000);
    }

    @Test
    void flies() {
        long longestWait = reports(first(100_000, 6)).stream()
                .filter(AudienceTest::isFirstDelivery)
                .filter(report -> report.event().offline() && report.event().sentAt() != null)
                .mapToLong(report -> report.event().sentAt() - report.event().occurredAt())
                .max()
                .orElseThrow();

        assertThat(longestWait).isBetween(2 * HOUR, 12 * HOUR);
    }

    @Test
    void dates_what_was_purged_days_back() {
        assertThat(reports(first(200_000, 9)).stream()
                        .filter(report ->
                                report.kind() == Kind.DAYS_OLD && report.event().sentAt() != null)
                        .map(report -> report.event().sentAt() - report.event().occurredAt()))
                .isNotEmpty()
                .allSatisfy(age -> assertThat(age).isBetween(36 * HOUR, 200 * HOUR));
    }

    @Test
    void names_every_event_once() {
        assertThat(reports(first(50_000, 10)).stream()
                        .filter(AudienceTest::isFirstDelivery)
                        .map(report -> report.event().eventId()))
                .doesNotHaveDuplicates();
    }

    private static List<Upload> first(int count, long seed) {
        Scenario endless = new Scenario(seed, 300, BEGINNING, Scenario.ENDLESS, Scenario.allHazardsBut(List.of()), 4);
        Audience audience = Audience.of(endless, sitting -> {});
        return Stream.generate(() -> audience.next().orElseThrow()).limit(count).toList();
    }

    private static List<Report> reports(List<Upload> uploads) {
        return uploads.stream()
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();
    }

    private static boolean isFirstDelivery(Upload upload) {
        return upload.kind() == Kind.ORIGINAL;
    }

    private static boolean skipped(TrackEnded play) {
        return play.endReason().isListenersChoice();
    }

    private static <T> double shareOf(List<T> all, Predicate<? super T> which) {
        return all.stream().filter(which).count() / (double) all.size();
    }
}
