package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How an incident is described. */
class IncidentSentenceTest {

    private static final long FRIDAY_NIGHT = LocalHour.of(LocalDateTime.parse("2026-11-20T23:00"));
    private static final Subject RADIO = new Subject(Subject.Kind.RADIO, "r1", null);
    private static final Place JAPAN = new Place("JP", null);

    @Test
    void one_hour_and_one_session_are_singular() {
        assertThat(sentence(Kpi.SESSIONS, RADIO, JAPAN, 1, 1_234, 4, 1))
                .isEqualTo(
                        "The number of sessions of radio r1 in Japan has been 100 % lower than usual since Friday, 20"
                                + " November 2026, 23:00 (Asia/Tokyo): 1 instead of 1,234 from 23:00 to 00:00,"
                                + " compared with the same hour of the last 4 Fridays; 1 unusual hour on 1 session.");
    }

    @Test
    void every_kpi_has_its_words_and_its_unit() {
        assertThat(numbers(Kpi.LISTENERS, 1_000.4, 2_500))
                .isEqualTo("The number of listeners 60 % lower: 1,000 instead of 2,500");
        assertThat(numbers(Kpi.LISTENED_TIME, 1_800_000, 36_000_000))
                .isEqualTo("Listened time 95 % lower: 30 min instead of 10.0 h");
        assertThat(numbers(Kpi.SONGS_PER_RUN, 2, 4))
                .isEqualTo("The number of songs per run 50 % lower: 2.00 instead of 4.00");
        assertThat(numbers(Kpi.SKIP_RATE, 0.1, 0.25)).isEqualTo("The skip rate 60 % lower: 10.0 % instead of 25.0 %");
        assertThat(numbers(Kpi.ABANDONED_RUNS, 0.3, 0.6))
                .isEqualTo("The share of abandoned runs 50 % lower: 30.0 % instead of 60.0 %");
    }

    @Test
    void where_is_said_also_of_countries_that_nobody_knows() {
        assertThat(where(Place.NO_COUNTRY)).isEqualTo("an unknown country");
        assertThat(where("XX")).isEqualTo("XX");
        assertThat(where("Deutschland")).isEqualTo("Deutschland");
        assertThat(where("d e")).isEqualTo("d e");
    }

    private static String where(String country) {
        String sentence = sentence(Kpi.SESSIONS, Subject.ALL, new Place(country, null), 1, 2, 6, 5);
        return sentence.substring(
                "The number of sessions of all listening in ".length(), sentence.indexOf(" has been 50 % lower"));
    }

    private static String numbers(Kpi kpi, double value, double usual) {
        String sentence = sentence(kpi, Subject.OTHER, JAPAN, value, usual, 6, 5);
        return sentence.replaceAll(" of all other playlists, albums and radios in Japan has been", "")
                .replaceAll(" than usual since [^)]+\\)", "")
                .replaceAll(" from 23:00.*", "");
    }

    private static String sentence(
            Kpi kpi, Subject subject, Place place, double value, double usual, int weeks, int sessions) {
        Evaluation found = new Evaluation(value, usual, 5, 0.5, weeks);
        Episode episode = new Episode(
                FRIDAY_NIGHT,
                "Asia/Tokyo",
                Direction.LOWER,
                0,
                new TreeMap<>(Map.of(FRIDAY_NIGHT, new UnusualHour(found, sessions, 0))),
                Status.OPEN,
                null,
                0,
                0,
                0);
        return episode.emitted(new Series("p", kpi, subject, place), 0, null).sentence();
    }
}
