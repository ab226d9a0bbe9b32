package dev.segue.adapters.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.Evening;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts are readable: no label is cut or touches the next, and a value selected by keyboard stays selected. */
class ChartTest extends InBrowser {

    private static final int HEADROOM = 3_000_000;

    /** Records where the latest drawing of each chart placed its texts. */
    private static final String KEEP_TEXTS =
            "const fill = CanvasRenderingContext2D.prototype.fillText, clear = CanvasRenderingContext2D.prototype.clearRect;"
                    + "CanvasRenderingContext2D.prototype.clearRect = function(...of) { this.canvas.texts = []; clear.apply(this, of); };"
                    + "CanvasRenderingContext2D.prototype.fillText = function(text, x, y) {"
                    + "  const at = this.getTransform().transformPoint({ x, y }), w = this.measureText(text).width;"
                    + "  const left = { left: 0, start: 0, center: w / 2, right: w, end: w }[this.textAlign];"
                    + "  (this.canvas.texts ??= []).push({ text, y: at.y, left: at.x - left, right: at.x - left + w });"
                    + "  this.canvas.dataset.texts = ''; fill.call(this, text, x, y); };";

    private static final String BADLY_PLACED = "[...document.querySelectorAll('canvas')].flatMap(canvas => {"
            + " const texts = canvas.texts.sort((a, b) => a.y - b.y || a.left - b.left);"
            + " return [...texts.filter(t => t.left < 0 || t.right > canvas.width).map(t => t.text + ' is cut'),"
            + "  ...texts.filter((t, i) => i > 0 && texts[i - 1].y === t.y && texts[i - 1].right + 4 > t.left)"
            + "   .map(t => t.text + ' touches the one before')]; })";

    /** How many pixels have the colour of values. */
    private static final String PIXELS_OF_VALUES = "(() => { const canvas = document.querySelector('canvas');"
            + " const of = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
            + " let found = 0; for (let i = 0; i < of.length; i += 4) {"
            + "  found += of[i] === 0x0b && of[i + 1] === 0x6e && of[i + 2] === 0x75 && of[i + 3] === 255 ? 1 : 0; }"
            + " return found; })()";

    @ParameterizedTest
    @CsvSource({"390", "1280", "1920", "3840"})
    void every_label_is_whole_and_apart_from_the_next(int width) {
        Audience.add(memory);
        LocalDateTime monday = LocalDateTime.parse("2026-03-02T00:00");
        for (int week = 0; week < 52; week++) {
            memory.take(EmittedRow.of(KpiWindow.Period.WEEK, Subject.ALL, Place.WORLD, monday.minusWeeks(week))
                    .listeners(HEADROOM)
                    .row());
        }
        for (int day = 0; day < 56; day++) {
            memory.take(EmittedRow.of(KpiWindow.Period.DAY, Subject.ALL, Place.WORLD, monday.minusDays(day))
                    .row());
        }
        look(width, ColorScheme.LIGHT);
        page.addInitScript(KEEP_TEXTS);
        for (String view : List.of(
                "now",
                "playlists?where=world",
                "playlists?where=world&period=DAY",
                "playlists?where=world&period=WEEK",
                "playlists?where=world&period=WEEK&kpi=LISTENERS")) {
            page.navigate("about:blank");
            go(view);
            page.waitForSelector("canvas[data-texts]");

            assertThat((List<?>) page.evaluate(BADLY_PLACED)).as(view).isEmpty();
        }
    }

    @Test
    void a_value_without_neighbours_is_seen() {
        memory.take(
                EmittedRow.anHour(Subject.ALL, Place.WORLD, "2026-03-02T09:00").row());
        page.addInitScript(KEEP_TEXTS);
        go("playlists?where=world");
        page.waitForSelector("canvas[data-texts]");

        assertThat((List<?>) page.evaluate(
                        "document.querySelector('canvas').texts.map(t => t.text).filter(t => / /.test(t))"))
                .isEqualTo(List.of("Sun 1 Mar", "Mon 2 Mar"));
        assertThat((Integer) page.evaluate(PIXELS_OF_VALUES)).isGreaterThan(10);
    }

    @Test
    void the_value_that_the_keyboard_is_at_stays_when_others_come_and_go() {
        Evening evening = new Evening(memory);
        go("now");
        Locator reading = page.locator(".reading");
        page.locator(".chart").focus();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("ArrowLeft");
        }
        assertThat(reading).containsText("11:25: ");

        for (int i = 0; i < 60; i++) {
            evening.goOn();
        }
        assertThat(page.locator(".clock")).containsText("It is 11:35", containing());
        assertThat(reading).containsText("11:25: ");
        page.setViewportSize(900, 700);
        assertThat(reading).containsText("11:25: ");

        page.keyboard().press("ArrowRight");
        assertThat(reading).containsText("11:26: ");
        page.keyboard().press("Home");
        assertThat(reading).containsText("08:36: ");
        for (int i = 0; i < 12; i++) {
            evening.goOn();
        }
        assertThat(page.locator(".clock")).containsText("It is 11:36", containing());
        assertThat(reading).hasText("");
    }
}
