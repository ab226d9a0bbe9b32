package dev.segue.domain.kpi;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UsualEditionTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Test
    void it_is_the_median_of_the_earlier_ones() {
        UsualEdition three = new UsualEdition(List.of(edition(90), edition(10), edition(20)), 3);
        UsualEdition four = new UsualEdition(List.of(edition(90), edition(10), edition(20), edition(30)), 3);

        assertThat(listeners(three)).hasValue(20);
        assertThat(listeners(four)).hasValue(25);
        assertThat(listeners(UsualEdition.just(edition(7)))).hasValue(7);
    }

    @Test
    void nothing_is_usual_of_too_few() {
        UsualEdition two = new UsualEdition(List.of(edition(10), edition(20)), 3);

        assertThat(two.isKnown()).isFalse();
        assertThat(listeners(two)).isEmpty();
        assertThat(UsualEdition.median(List.of(OptionalDouble.of(1), OptionalDouble.empty()), 2))
                .isEmpty();
        assertThatThrownBy(() -> new UsualEdition(List.of(), 0)).hasMessage("least must be at least 1, but is 0");
    }

    private static OptionalDouble listeners(UsualEdition usual) {
        return usual.median(edition -> OptionalDouble.of(edition.listenersADay()));
    }

    private static EditionToDate edition(int listeners) {
        return new EditionToDate(MONDAY, 1, listeners, numbers().build());
    }
}
