package dev.segue.adapters.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.ToldRow;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Slot;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsUsualTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-02T09:00");

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void itIsTheMedianOfTheSameHourInTheWeeksBefore() {
        weeksBefore(100, 104, 96, 100, 110, 90);

        assertThat(usual(Kpi.LISTENERS))
                .isEqualTo(new AsUsual.Band(100, 100 - 3.5 * 4 / 0.6745, 100 + 3.5 * 4 / 0.6745, 6));
    }

    @Test
    void threeWeeksAreEnoughAndTwoAreNot() {
        weeksBefore(10, 10);
        assertThat(usual(Kpi.LISTENERS)).isNull();

        weeksBefore(10, 10, 10);
        assertThat(usual(Kpi.LISTENERS)).isEqualTo(new AsUsual.Band(10, 10, 10, 3));
    }

    @Test
    void anHourWithoutARowCountsAsNoneOfWhatIsCountedAndIsLeftOutOfAShare() {
        weeksBefore(10, -1, 10, 10);

        assertThat(usual(Kpi.LISTENERS).weeks()).isEqualTo(4);
        assertThat(usual(Kpi.SKIP_RATE).weeks()).isEqualTo(3);
    }

    @Test
    void whereWeeksAgreeByChanceTheSpreadIsThatOfAllSlots() {
        weeksBefore(10, 10, 10);
        row(NOW.minusHours(1).minusWeeks(1), 10);
        row(NOW.minusHours(1).minusWeeks(2), 20);
        row(NOW.minusHours(1).minusWeeks(3), 30);
        row(NOW.minusHours(2).minusWeeks(1), 10);
        row(NOW.minusHours(2).minusWeeks(2), 20);
        row(NOW.minusHours(2).minusWeeks(3), 30);

        // The relative distances of all are 0.5, 0, 0.5, 0.5, 0, 0.5, 0, 0, 0; their median is 0.
        assertThat(usualOfAll().get(2)).isEqualTo(new AsUsual.Band(10, 10, 10, 3));

        row(NOW.minusWeeks(1), 11);

        // Now one of them is 0.1 instead of 0, and the median is 0.1.
        double half = 3.5 * (0.1 * 10) / 0.6745;
        assertThat(usualOfAll().get(2)).isEqualTo(new AsUsual.Band(10, 10 - half, 10 + half, 3));
    }

    private List<AsUsual.Band> usualOfAll() {
        return memory.usual(
                Subject.ALL,
                Place.WORLD,
                Slot.Period.HOUR,
                Kpi.LISTENERS,
                List.of(NOW.minusHours(2), NOW.minusHours(1), NOW));
    }

    private void weeksBefore(int... listeners) {
        for (int i = 0; i < listeners.length; i++) {
            if (listeners[i] >= 0) {
                row(NOW.minusWeeks(i + 1), listeners[i]);
            }
        }
    }

    private void row(LocalDateTime start, int listeners) {
        memory.take(ToldRow.anHour(Subject.ALL, Place.WORLD, start, null)
                .listeners(listeners)
                .row());
    }

    private AsUsual.Band usual(Kpi kpi) {
        return memory.usual(Subject.ALL, Place.WORLD, Slot.Period.HOUR, kpi, List.of(NOW))
                .get(0);
    }
}
