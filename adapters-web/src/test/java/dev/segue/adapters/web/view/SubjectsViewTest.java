package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsViewTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    private static final int EDITIONS = 400;

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void every_edition_is_found_however_many_subjects_there_are() {
        emitFourHundredEditions();

        SubjectsView oldest = SubjectsView.of(memory, "weekly 2026-01-05");
        SubjectsView newest = SubjectsView.of(memory, "Weekly, edition " + FIRST.plusDays(EDITIONS - 1));

        assertThat(oldest.groups())
                .containsExactly(new SubjectsView.Group(List.of(edition("Weekly", "2026-01-05")), 0));
        assertThat(newest.groups())
                .containsExactly(new SubjectsView.Group(List.of(edition("Weekly", "2027-02-08")), 0));
        assertThat(newest.more()).isZero();
    }

    @Test
    void the_answer_is_bounded_and_says_how_many_more_there_are() {
        emitFourHundredEditions();

        SubjectsView found = SubjectsView.of(memory, "weekly");

        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0).subjects())
                .hasSize(SubjectsView.MOST_FOUND)
                .startsWith(EmittedRow.playlist("Weekly"), edition("Weekly", "2027-02-08"));
        assertThat(found.groups().get(0).more()).isEqualTo(351);
        assertThat(found.more()).isEqualTo(351);
    }

    @Test
    void editions_are_listed_together_and_one_playlist_with_many_does_not_crowd_out_others() {
        emitFourHundredEditions();
        add(EmittedRow.playlist("Tri-weekly"));
        add(edition("Tri-weekly", "7"));

        SubjectsView found = SubjectsView.of(memory, "weekly");

        assertThat(found.groups())
                .extracting(group -> group.subjects().get(0))
                .containsExactly(EmittedRow.playlist("Weekly"), EmittedRow.playlist("Tri-weekly"));
        assertThat(found.groups().get(0).subjects()).hasSize(SubjectsView.MOST_OF_ONE);
        assertThat(found.groups().get(1).subjects())
                .containsExactly(EmittedRow.playlist("Tri-weekly"), edition("Tri-weekly", "7"));
        assertThat(found.more()).isEqualTo(395);
    }

    @Test
    void who_asks_for_nothing_is_shown_everything_without_its_editions() {
        emitFourHundredEditions();
        add(edition("Nameless", "1"));
        add(edition("Nameless", "2"));
        add(new Subject(Subject.Kind.RADIO, "jazz", null));
        add(Subject.ALL);
        add(Subject.OTHER);

        SubjectsView found = SubjectsView.of(memory, " ");

        assertThat(found.groups())
                .extracting(group -> group.subjects().get(0))
                .containsExactly(
                        Subject.ALL,
                        edition("Nameless", "2"),
                        EmittedRow.playlist("Weekly"),
                        new Subject(Subject.Kind.RADIO, "jazz", null),
                        Subject.OTHER);
        assertThat(found.groups().get(2).more()).isEqualTo(EDITIONS);
        assertThat(found.more()).isEqualTo(EDITIONS + 1);
    }

    @Test
    void words_are_found_in_any_order_and_case_also_by_kind_and_in_the_sums() {
        add(EmittedRow.playlist("Jazz at Night"));
        add(new Subject(Subject.Kind.ALBUM, "Jazz at Night", null));
        add(Subject.ALL);
        add(Subject.OTHER);

        assertThat(first("NIGHT jazz album")).isEqualTo(new Subject(Subject.Kind.ALBUM, "Jazz at Night", null));
        assertThat(first("all listening")).isEqualTo(Subject.ALL);
        assertThat(first("not followed")).isEqualTo(Subject.OTHER);
        assertThat(SubjectsView.of(memory, "polka")).isEqualTo(new SubjectsView(List.of(), 0));
    }

    @Test
    void editions_of_one_are_listed_the_newest_first() {
        add(edition("Weekly", "2026-01-05"));
        add(edition("Weekly", "2026-01-12"));
        add(edition("Other", "2026-01-19"));

        assertThat(SubjectsView.editions(memory, edition("Weekly", "2026-01-05")))
                .containsExactly("2026-01-12", "2026-01-05");
        assertThat(SubjectsView.editions(memory, Subject.ALL)).isEmpty();
    }

    private Subject first(String query) {
        return SubjectsView.of(memory, query).groups().get(0).subjects().get(0);
    }

    private void emitFourHundredEditions() {
        add(EmittedRow.playlist("Weekly"));
        for (int day = 0; day < EDITIONS; day++) {
            add(edition("Weekly", FIRST.plusDays(day).toString()));
        }
    }

    private static Subject edition(String playlist, String edition) {
        return new Subject(Subject.Kind.PLAYLIST, playlist, edition);
    }

    private void add(Subject subject) {
        memory.take(EmittedRow.anHour(subject, Place.WORLD, "2026-03-02T09:00").row());
    }
}
