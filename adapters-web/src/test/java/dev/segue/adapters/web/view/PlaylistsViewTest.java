package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaylistsViewTest {

    private static final LocalDateTime NEWEST = LocalDateTime.parse("2026-03-02T09:00");
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void the_editions_of_a_playlist_are_there_whichever_of_them_is_looked_at() {
        LocalDate first = LocalDate.parse("2026-01-05");
        add(EmittedRow.playlist("weekly"), NEWEST);
        add(new Subject(Subject.Kind.RADIO, "jazz", null), NEWEST);
        for (int edition = 0; edition < 400; edition++) {
            add(new Subject(Subject.Kind.PLAYLIST, "weekly", "" + first.plusDays(edition)), NEWEST);
        }

        PlaylistsView newest =
                query(Map.of("kind", "PLAYLIST", "subject", "weekly", "edition", "" + first.plusDays(399)));
        PlaylistsView other = query(Map.of("kind", "RADIO", "subject", "jazz"));

        assertThat(newest.editions()).hasSize(200).startsWith("2027-02-08", "2027-02-07");
        assertThat(newest.moreEditions()).isEqualTo(200);
        assertThat(newest.points()).hasSize(1);
        assertThat(newest.subjects()).isEqualTo(402);
        assertThat(other.editions()).isEmpty();
        assertThat(other.moreEditions()).isZero();
    }

    @Test
    void the_newest_seven_days_are_shown_unless_another_time_is_requested() {
        emitHours(20);

        assertThat(times(query(Map.of())))
                .hasSize(HOURS_OF_A_WEEK)
                .startsWith(NEWEST.minusDays(7).plusHours(1))
                .endsWith(NEWEST);
        assertThat(query(Map.of()).marked()).isNull();
    }

    @Test
    void the_time_that_is_requested_is_in_the_middle_of_what_is_shown() {
        emitHours(20);

        PlaylistsView view = query(Map.of("since", "2026-02-16T04:00", "until", "2026-02-16T10:00"));

        assertThat(times(view))
                .hasSize(HOURS_OF_A_WEEK)
                .startsWith(LocalDateTime.parse("2026-02-12T19:00"))
                .endsWith(LocalDateTime.parse("2026-02-19T18:00"));
        assertThat(view.marked())
                .isEqualTo(new PlaylistsView.MarkedTime(
                        seconds("2026-02-16T04:00"), seconds("2026-02-16T10:00"), true, null));
    }

    @Test
    void a_time_among_the_newest_seven_days_is_shown_in_them() {
        emitHours(20);

        PlaylistsView view = query(Map.of("since", "2026-03-02T04:00", "until", "2026-03-02T09:00"));

        assertThat(times(view)).hasSize(HOURS_OF_A_WEEK).endsWith(NEWEST);
        assertThat(view.marked().inMemory()).isTrue();
    }

    @Test
    void of_a_time_that_is_longer_than_what_is_shown_the_beginning_is_shown() {
        emitHours(40);

        PlaylistsView view = query(Map.of("since", "2026-01-28T04:00", "until", "2026-02-18T04:00"));

        assertThat(times(view)).hasSize(HOURS_OF_A_WEEK).startsWith(LocalDateTime.parse("2026-01-28T04:00"));
        assertThat(view.marked().inMemory()).isTrue();
    }

    @Test
    void of_a_time_whose_rows_were_evicted_that_is_said_and_since_when_there_are_any() {
        Memory small = new Memory(new Bounds(10, 60, 10, 10));
        emitHours(small, 5);

        PlaylistsView view = PlaylistsView.of(
                small, PlaylistsQuestion.of(Map.of("since", "2026-02-25T04:00", "until", "2026-02-25T06:00")));

        assertThat(view.marked())
                .isEqualTo(new PlaylistsView.MarkedTime(
                        seconds("2026-02-25T04:00"), seconds("2026-02-25T06:00"), false, seconds("2026-02-28T00:00")));
    }

    @Test
    void a_time_that_makes_no_sense_is_as_if_it_had_not_been_requested() {
        emitHours(2);

        for (Map<String, String> nonsense : List.of(
                Map.of("since", "yesterday", "until", "2026-03-02T09:00"),
                Map.of("since", "2026-03-02T09:00"),
                Map.of("since", "2026-03-02T09:00", "until", "2026-03-02T09:00"))) {
            assertThat(query(nonsense).marked()).isNull();
            assertThat(query(nonsense).points()).hasSize(48);
        }
    }

    private PlaylistsView query(Map<String, String> query) {
        return PlaylistsView.of(memory, PlaylistsQuestion.of(query));
    }

    private static List<LocalDateTime> times(PlaylistsView view) {
        return view.points().stream()
                .map(point -> LocalDateTime.ofEpochSecond(point.local(), 0, ZoneOffset.UTC))
                .toList();
    }

    private static long seconds(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC);
    }

    private void emitHours(int days) {
        emitHours(memory, days);
    }

    private static void emitHours(Memory memory, int days) {
        for (LocalDateTime at = NEWEST.minusDays(days).plusHours(1); !at.isAfter(NEWEST); at = at.plusHours(1)) {
            memory.take(EmittedRow.anHour(Subject.ALL, Place.WORLD, at, null).row());
        }
    }

    private void add(Subject subject, LocalDateTime at) {
        memory.take(EmittedRow.anHour(subject, Place.WORLD, at, null).row());
    }
}
