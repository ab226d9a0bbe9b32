package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.ToldRow;
import dev.segue.adapters.web.kept.Bounds;
import dev.segue.adapters.web.kept.Memory;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaylistsViewTest {

    @Test
    void whereThereIsNoRoomForAllSubjectsTheOldestEditionsAreLeftOut() {
        Memory memory = new Memory(Bounds.USUAL);
        LocalDate first = LocalDate.parse("2026-01-05");
        for (int edition = 0; edition < 300; edition++) {
            tell(memory, new Subject(Subject.Kind.PLAYLIST, "weekly", "" + first.plusDays(edition)));
        }
        tell(memory, ToldRow.playlist("weekly"));
        tell(memory, new Subject(Subject.Kind.RADIO, "jazz", null));

        PlaylistsView view = PlaylistsView.of(memory, PlaylistsQuestion.of(Map.of()));

        assertThat(view.moreSubjects()).isEqualTo(2);
        assertThat(view.subjects()).hasSize(300);
        assertThat(view.subjects().get(0)).isEqualTo(ToldRow.playlist("weekly"));
        assertThat(view.subjects().get(1).edition()).isEqualTo("" + first.plusDays(299));
        assertThat(view.subjects().get(298).edition()).isEqualTo("" + first.plusDays(2));
        assertThat(view.subjects().get(299)).isEqualTo(new Subject(Subject.Kind.RADIO, "jazz", null));
    }

    private static void tell(Memory memory, Subject subject) {
        memory.take(ToldRow.anHour(subject, Place.WORLD, "2026-03-02T09:00").row());
    }
}
