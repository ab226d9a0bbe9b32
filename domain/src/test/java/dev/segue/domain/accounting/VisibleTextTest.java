package dev.segue.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters of a text from outside are shown as they are, and which are escaped. */
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amelia",
                "Пётр",
                "陈",
                "دانشگاه\u200cها",
                "हिन्दी",
                "Sigur Rós – ()",
                "👩\u200d🚀",
                "a\\b \"c\" 'd'",
                "\u00a0",
                "\ue000"
            })
    void names_in_any_script_stay_as_they_are(String name) {
        assertThat(VisibleText.of(name)).isSameAs(name);
        assertThat(VisibleText.inLines(name)).isSameAs(name);
    }

    @Test
    void what_a_terminal_would_obey_is_written_out() {
        assertThat(VisibleText.of("evil\u001b[2J\u0007\b\r\0\u007f"))
                .isEqualTo("evil\\u001b[2J\\u0007\\u0008\\u000d\\u0000\\u007f");
        assertThat(VisibleText.of("\u0080 \u0085 \u009b31m")).isEqualTo("\\u0080 \\u0085 \\u009b31m");
    }

    @Test
    void what_would_begin_a_line_is_written_out_unless_lines_are_wanted() {
        assertThat(VisibleText.of("a\nb\tc\u2028d\u2029e\u000bf\u000cg"))
                .isEqualTo("a\\u000ab\\u0009c\\u2028d\\u2029e\\u000bf\\u000cg");
        assertThat(VisibleText.inLines("a\nb\tc\r\nd\re\u2028f\u001b[m"))
                .isEqualTo("a\nb\tc\r\nd\\u000de\\u2028f\\u001b[m");
    }

    @Test
    void what_turns_the_direction_of_writing_is_written_out() {
        assertThat(VisibleText.of("\u202agpj.exe\u202e \u2066x\u2069 \u200e\u200f\u061c"))
                .isEqualTo("\\u202agpj.exe\\u202e \\u2066x\\u2069 \\u200e\\u200f\\u061c");
    }

    @Test
    void what_nobody_sees_is_written_out() {
        assertThat(VisibleText.of("a\u200bb\u2060c\ufeffd\u00ade\udb40\udc41"))
                .isEqualTo("a\\u200bb\\u2060c\\ufeffd\\u00ade\\u{e0041}");
    }

    @Test
    void half_a_character_is_written_out() {
        assertThat(VisibleText.of("a\ud83db\ude80")).isEqualTo("a\\ud83db\\ude80");
    }

    @Test
    void nothing_is_shown_as_null() {
        assertThat(VisibleText.of(null)).isEqualTo("null");
    }
}
