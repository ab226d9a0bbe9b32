package dev.segue.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.segue.adapters.web.browser.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web page of a replay in a real browser, with names that try to break it. */
class ReportInBrowserTest {

    private static final String MARKUP = "<img src=x onerror=hacked=1><script>hacked=1</script>";
    private static final String RIGHT_TO_LEFT = "gnp.\u202Ecod\u2066\u0645\u0631\u064A\u0645";

    /** Names of artists, albums, tracks, devices and listeners. */
    private static final List<String> NAMES = List.of(
            MARKUP,
            "</title></style></svg>\"'><script>hacked=1</script>",
            RIGHT_TO_LEFT,
            "bell\u0007 null\u0000 escape\u001B[31m line\u2028break\r\nnext",
            "0123456789".repeat(1_000),
            "wide word ".repeat(1_000),
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(200),
            "Z" + "\u0300\u0323".repeat(100),
            "\u5BC6\u96C6".repeat(100),
            "javascript:hacked=1");

    private static final String WHAT_IS_WRONG =
            "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap("
                    + "rule => rule.nodes.map(node => rule.id + ': ' + node.target + ' ' + node.failureSummary)))";

    /** Elements that reach out of the window, unless in a scrolling table. */
    private static final String WHAT_REACHES_OUT =
            "[...document.querySelectorAll('body *')].filter(e => e.getClientRects().length > 0"
                    + " && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.wide'))"
                    + ".map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 60))";

    private static Chromium chromium;

    @TempDir
    private static Path folder;

    private static Path file;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void write() throws IOException {
        chromium = Chromium.start("the report in a browser");
        file = folder.resolve("page.html");
        Replayed replayed =
                Replayed.with(Files.writeString(folder.resolve("history.json"), history()), "--report", file);
        assertThat(replayed.err()).isEmpty();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothing_was_complained_of_and_nothing_was_loaded() {
        context.close();
        assertThat(complaints).isEmpty();
        assertThat(requests)
                .containsOnly(
                        file.toUri().toString().replace("file:/", "file:///").replace("/////", "///"));
    }

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "320,DARK", "1280,LIGHT", "1280,DARK"})
    void names_stay_text_inside_the_window_and_everyone_can_read_them(int width, ColorScheme scheme)
            throws IOException {
        open(width, scheme);

        assertThat(page.evaluate("typeof hacked")).isEqualTo("undefined");
        assertThat(page.evaluate("document.querySelectorAll('script, img, link, iframe, [onerror]').length"))
                .isEqualTo(0);
        assertThat(page.locator("h2 bdi").allTextContents()).anyMatch(MARKUP::equals);
        assertThat((List<?>) page.evaluate(WHAT_REACHES_OUT)).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        page.evaluate("document.querySelectorAll('details').forEach(of => of.open = true)");
        assertThat((List<?>) page.evaluate(WHAT_REACHES_OUT)).isEmpty();
        assertThat(whatIsWrong()).isEmpty();
    }

    @Test
    void what_turns_the_direction_of_writing_is_visible_and_has_no_effect() {
        open(1280, ColorScheme.LIGHT);

        assertThat(page.content()).doesNotContain("\u202E", "\u2066", "\u0007", "\u2028");
        assertThat(page.locator("bdi").allTextContents())
                .contains(RIGHT_TO_LEFT.replace("\u202E", "\\u202e").replace("\u2066", "\\u2066"));
    }

    @Test
    void its_own_style_applies_and_no_other() {
        open(1280, ColorScheme.DARK);

        assertThat(page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius"))
                .isEqualTo("10px");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<style>h1 { font-size: 77px }</style>')");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize"))
                .isEqualTo("16px");
        assertThat(complaints).hasSize(1).allMatch(each -> each.contains("Content Security Policy"));
        complaints.clear();
    }

    @Test
    void it_can_be_printed() {
        open(1280, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.pdf()).startsWith("%PDF-".getBytes(UTF_8));
    }

    @Test
    void the_keyboard_reaches_links_and_tables() {
        open(320, ColorScheme.LIGHT);

        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").getAttribute("aria-label")).isEqualTo("Over the years");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").textContent()).isEqualTo("2024 as a table");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").getAttribute("aria-label")).isEqualTo("Table of 2024");
    }

    private void open(int width, ColorScheme scheme) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onDialog(dialog -> complaints.add(dialog.message()));
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(file.toUri().toString());
    }

    private List<?> whatIsWrong() throws IOException {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(in.readAllBytes(), UTF_8));
        }
        return (List<?>) page.evaluate(WHAT_IS_WRONG);
    }

    /** Two listeners hear each artist; names that are too long for a listener or a device are cut. */
    private static String history() throws IOException {
        StringWriter text = new StringWriter();
        long at = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (String listener : List.of(MARKUP, NAMES.get(4))) {
                for (String name : NAMES) {
                    for (int i = 0; i < 11; i++) {
                        at += 200_000;
                        json.writeStartObject();
                        json.writeStringField("ts", Instant.ofEpochMilli(at).toString());
                        json.writeNumberField("ms_played", 10_000 + 17_000 * i);
                        json.writeStringField("username", shortened(listener));
                        json.writeStringField("platform", shortened(name));
                        json.writeStringField("master_metadata_track_name", name);
                        json.writeStringField("master_metadata_album_artist_name", name);
                        json.writeStringField("master_metadata_album_album_name", name);
                        json.writeStringField("spotify_track_uri", "spotify:track:" + name.hashCode());
                        json.writeStringField("reason_end", i % 3 == 0 ? "fwdbtn" : "trackdone");
                        json.writeEndObject();
                    }
                }
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(250, name.length()));
    }
}
