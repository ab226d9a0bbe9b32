package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.playback.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which country listening is counted. */
class PlaceTest {

    @Test
    void two_letters_are_a_country_whether_or_not_there_is_one_of_that_name() {
        assertThat(Place.countryOf("SE")).isEqualTo("SE");
        assertThat(Place.countryOf("AZ")).isEqualTo("AZ");
        assertThat(Place.countryOf("QQ")).isEqualTo("QQ");
    }

    @Test
    void devices_are_told_apart_in_whole_countries_only() {
        assertThat(new Place("SE", null, Device.Type.PHONE).coversWholeCountry())
                .isFalse();
        assertThat(new Place("SE", null).coversWholeCountry()).isTrue();
        assertThat(new Place("SE", "Europe/Stockholm").coversWholeCountry()).isFalse();
        assertThat(Place.WORLD.coversWholeCountry()).isFalse();
        assertThatThrownBy(() -> new Place(null, null, Device.Type.PHONE))
                .hasMessageContaining("devices are counted by country");
        assertThatThrownBy(() -> new Place("SE", "Europe/Stockholm", Device.Type.PHONE))
                .hasMessageContaining("devices are counted by country");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"S", "SWE", "Sweden", "se", "Se", "sE", "S1", "@E", "S[", " S", "SÉ", "-", "ZZ"})
    void anything_else_is_none(String emitted) {
        assertThat(Place.countryOf(emitted)).isEqualTo("ZZ");
    }
}
