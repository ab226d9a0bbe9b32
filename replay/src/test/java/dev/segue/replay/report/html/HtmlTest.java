package dev.segue.replay.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a text contains, it stays text. */
class HtmlTest {

    private final Html html = new Html();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;",
                "\" onload='x' & | &quot; onload=&#39;x&#39; &amp;",
                "&lt; | &amp;lt;",
                "a\u202Eb | a\\u202eb",
                "a\u0000b | a\\u0000b",
                "a\uD800b | a\\ud800b",
                "\uD83C\uDFB5 \u0645\u0631\u064A\u0645 | \uD83C\uDFB5 \u0645\u0631\u064A\u0645"
            })
    void a_name_is_shown_as_text(String name, String escaped) {
        html.name(name);

        assertThat(html.page()).contains("<bdi>" + escaped + "</bdi>");
    }

    @Test
    void an_attribute_cannot_be_left() {
        html.element("p", "", "title", "\"><script>\u202E");

        assertThat(html.page()).endsWith("<p title=\"&quot;&gt;&lt;script&gt;\\u202e\"></p>\n");
    }

    @Test
    void a_long_name_is_cut_between_characters_as_readers_see_them() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        html.name(family.repeat(80)).name(family.repeat(81));

        assertThat(html.page())
                .contains("<bdi>" + family.repeat(80) + "</bdi>")
                .contains("<bdi title=\"" + family.repeat(81) + "\">" + family.repeat(80) + "…</bdi>");
    }

    @Test
    void what_is_open_must_be_closed() {
        html.open("main").open("p");

        assertThatThrownBy(html::page).hasMessage("still open: [p, main]");
    }
}
