package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlertNoteTest {

    @Test
    void it_is_of_limited_length() {
        assertThat(new AlertNote("i", true, "x".repeat(1_000), "n".repeat(80), 0).text())
                .hasSize(1_000);
        assertThatThrownBy(() -> new AlertNote("i", true, "x".repeat(1_001), "", 0))
                .hasMessage("text must have at most 1000 characters, but has 1001");
        assertThatThrownBy(() -> new AlertNote("i", true, "", "n".repeat(81), 0))
                .hasMessage("by must have at most 80 characters, but has 81");
        assertThatThrownBy(() -> new AlertNote("i".repeat(2_001), true, "", "", 0))
                .hasMessage("incident must have at most 2000 characters, but has 2001");
    }
}
