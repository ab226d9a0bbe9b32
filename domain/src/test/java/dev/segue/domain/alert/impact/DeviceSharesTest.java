package dev.segue.domain.alert.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.impact.DeviceShares.Share;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.playback.Device;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceSharesTest {

    private static final Map<Device.Type, Amount> ACTUAL = Map.of(
            Device.Type.PHONE,
            new Amount(60, 30),
            Device.Type.TV,
            new Amount(20, 60),
            Device.Type.COMPUTER,
            new Amount(20, 10));
    private static final Map<Device.Type, Amount> EXPECTED = Map.of(
            Device.Type.TV, new Amount(150, 100),
            Device.Type.PHONE, new Amount(30, 50),
            Device.Type.COMPUTER, new Amount(20, 50));

    @Test
    void of_a_kpi_that_counts_it_is_the_share_of_what_is_counted() {
        DeviceShares found = DeviceShares.of(Kpi.LISTENED_TIME, true, ACTUAL, EXPECTED);

        assertThat(found.shares())
                .containsExactly(
                        new Share(Device.Type.TV, new Amount(20, 60), new Amount(150, 100), 0.2, 0.75),
                        new Share(Device.Type.PHONE, new Amount(60, 30), new Amount(30, 50), 0.6, 0.15),
                        new Share(Device.Type.COMPUTER, new Amount(20, 10), new Amount(20, 50), 0.2, 0.1));
    }

    @Test
    void of_a_mean_it_is_the_share_of_what_it_rests_on() {
        DeviceShares found = DeviceShares.of(Kpi.SONGS_PER_RUN, true, ACTUAL, EXPECTED);

        assertThat(found.shares())
                .extracting(Share::type)
                .containsExactly(Device.Type.COMPUTER, Device.Type.TV, Device.Type.PHONE);
        assertThat(found.shares()).extracting(Share::share).containsExactly(0.1, 0.6, 0.3);
        assertThat(found.shares()).extracting(Share::usualShare).containsExactly(0.25, 0.5, 0.25);
    }

    @Test
    void days_that_are_not_over_are_not_compared() {
        DeviceShares found = DeviceShares.of(Kpi.LISTENED_TIME, false, ACTUAL, EXPECTED);

        assertThat(found.over()).isFalse();
        assertThat(found.shares())
                .extracting(Share::type)
                .containsExactly(Device.Type.PHONE, Device.Type.COMPUTER, Device.Type.TV);
        assertThat(found.shares()).allMatch(share -> share.usualShare() == null && share.expected() == null);
    }

    @Test
    void of_nothing_there_are_no_shares() {
        assertThat(DeviceShares.of(Kpi.LISTENERS, true, Map.of(Device.Type.TV, Amount.NONE), EXPECTED)
                        .shares())
                .isEmpty();
    }

    @Test
    void none_is_compared_where_it_is_not_known_of_one_what_is_usual() {
        Map<Device.Type, Amount> some =
                Map.of(Device.Type.TV, new Amount(150, 100), Device.Type.PHONE, new Amount(30, 50));

        assertThat(DeviceShares.of(Kpi.LISTENED_TIME, true, ACTUAL, some).shares())
                .hasSize(3)
                .allMatch(share -> share.usualShare() == null && share.expected() == null);
    }
}
