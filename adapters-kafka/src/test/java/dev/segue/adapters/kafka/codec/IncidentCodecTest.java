package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentCodecTest {

    private final IncidentCodec codec = new IncidentCodec(new RegistryInMemory(), "listening.alerts");

    @Test
    void what_is_written_is_read_back_equal() throws UnusableRecord {
        Subject weekly = new Subject(Subject.Kind.PLAYLIST, "weekly", null);
        for (Status status : Status.values()) {
            for (Kpi kpi : Kpi.values()) {
                Incident open = incident(status, kpi, Direction.LOWER, Subject.ALL, null);
                Incident ended = incident(status, kpi, Direction.HIGHER, weekly, 5L);

                assertThat(codec.decode(codec.encode(open))).isEqualTo(open);
                assertThat(codec.decode(codec.encode(ended))).isEqualTo(ended);
            }
        }
    }

    @Test
    void what_is_cut_off_is_no_incident() {
        byte[] whole = codec.encode(incident(Status.OPEN, Kpi.SESSIONS, Direction.LOWER, Subject.ALL, null));

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(cut))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(UnusableRecord.class);
        }
    }

    @Test
    void an_incident_of_anything_but_a_whole_country_is_unusable() {
        for (Place place :
                List.of(Place.WORLD, new Place("SE", "Europe/Stockholm"), new Place("SE", null, Device.Type.PHONE))) {
            byte[] written =
                    codec.encode(incident(Status.OPEN, Kpi.SESSIONS, Direction.LOWER, Subject.ALL, place, null));

            assertThatThrownBy(() -> codec.decode(written))
                    .isInstanceOf(UnusableRecord.class)
                    .hasMessage("The incident's place is not a whole country.");
        }
    }

    static Incident incident(Status status, Kpi kpi, Direction direction, Subject subject, Long closedAt) {
        return incident(status, kpi, direction, subject, new Place("AU", null), closedAt);
    }

    private static Incident incident(
            Status status, Kpi kpi, Direction direction, Subject subject, Place place, Long closedAt) {
        return new Incident(
                "policy/KPI/AU/ALL/2026-11-16T09:00",
                3,
                status,
                "policy",
                kpi,
                subject,
                place,
                direction,
                "Less than usual.",
                LocalDateTime.parse("2026-11-16T09:00"),
                1,
                2,
                4,
                closedAt,
                6.5,
                7.5,
                8.5,
                9.5,
                10.5,
                11.5,
                12,
                13,
                14,
                15);
    }
}
