package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices, country and time zone of a session. */
interface WhereSemantics extends CurrentSessions {

    @Test
    default void devices_are_counted_over_all_events() {
        Session session = sessionOf(
                aPlay().at("09:00").on("phone"),
                aSearch().at("09:03").on("laptop"),
                aPlay().at("09:04").on("phone"),
                aPlay().at("09:07").on(""),
                aSearch().at("09:10").on(""));

        assertThat(session.devices()).isEqualTo(3);
    }

    @Test
    default void device_changes_are_counted_over_plays() {
        Session session = sessionOf(
                aPlay().at("09:00").on("phone"),
                aSearch().at("09:03").on("laptop"),
                aPlay().at("09:04").on("phone"),
                spokenContent().at("09:07").on("tv"),
                aPlay().at("09:10").on("laptop"),
                aPlay().at("09:13").on("laptop"),
                aPlay().at("09:16").on("phone"));

        assertThat(session.deviceChanges()).isEqualTo(2);
    }

    @Test
    default void country_and_time_zone_are_those_of_the_first_activity_that_has_them() {
        Session session = sessionOf(
                aPlay().at("09:06").inCountry("DK").inTimeZone("Europe/Copenhagen"),
                aPlay().at("09:03").inCountry("SE"),
                aPlay().at("09:00"));

        assertThat(session.country()).isEqualTo("SE");
        assertThat(session.timeZone()).isEqualTo("Europe/Copenhagen");
    }

    @Test
    default void the_type_of_device_is_that_of_the_first_activity_that_has_one() {
        Session session = sessionOf(
                aPlay().at("09:06").on("phone"),
                aSearch().at("09:03").on("laptop"),
                aPlay().at("09:00").on("a box"));

        assertThat(session.deviceType()).isEqualTo(Device.Type.COMPUTER);
        assertThat(sessionOf(aPlay().on("a box")).deviceType()).isEqualTo(Device.Type.UNKNOWN);
    }

    @Test
    default void without_any_they_are_not_known() {
        assertThat(sessionOf(aPlay()).country()).isNull();
        assertThat(sessionOf(aPlay()).timeZone()).isNull();
    }

    @Test
    default void a_play_has_them_where_its_last_piece_lies() {
        List<Session> sessions =
                sessionsOf(aPlay().at("09:00").until("15:00").sounding("5:00").inCountry("SE"));

        assertThat(sessions).extracting(Session::country).containsExactly(null, "SE");
    }
}
