package dev.segue.adapters.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.Outage;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageMetrics;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.domain.alert.AlertNote;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core finds no accessibility problem in any view. */
class AccessibilityTest extends InBrowser {

    private static final String OPENED = "alerts?incident=" + URLEncoder.encode(Outage.ID, StandardCharsets.UTF_8);

    private static final List<String> VIEWS = List.of(
            "now",
            "playlists?where=world",
            "playlists?kind=PLAYLIST&subject=Discover+Weekly&edition=2026-W09&where=world",
            "alerts",
            OPENED,
            "insights",
            "listener?id=anna",
            "listener",
            "health",
            "lost");

    private static final String WHAT_IS_WRONG =
            "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap("
                    + "rule => rule.nodes.map(node => rule.id + ': ' + node.target + ' ' + node.failureSummary)))";

    /** With all that there can be on it. */
    @Override
    @BeforeEach
    void serve() throws CannotServe {
        served = dev.segue.adapters.web.server.Page.serve(
                memory,
                PageSettings.onThisMachine(0),
                new PageMetrics(),
                note -> CompletableFuture.completedFuture(null),
                () -> Instant.ofEpochMilli(Audience.NOW));
        look(1280, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @CsvSource({"390,DARK", "1280,LIGHT"})
    void nothing_is_wrong_with_any_view(int width, ColorScheme scheme) throws IOException {
        Audience.history(memory);
        Audience.add(memory);
        Outage.add(memory);
        memory.take(new AlertNote(Outage.ID, true, "The label is late.", "Ann", Audience.NOW));
        look(width, scheme);
        page.navigate(served.url() + "api/v1");
        shown("api");
        assertThat(whatIsWrong()).as("api").isEmpty();
        for (String view : VIEWS) {
            go(view);
            unfold();

            assertThat(whatIsWrong()).as(view).isEmpty();
        }
    }

    @Test
    void nothing_is_wrong_with_views_that_are_empty() throws IOException {
        for (String view : VIEWS) {
            go(view);

            assertThat(whatIsWrong()).as(view).isEmpty();
        }
    }

    private void unfold() {
        page.evaluate("document.querySelectorAll('details').forEach(of => of.open = true)");
    }

    private List<?> whatIsWrong() throws IOException {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(axe());
        }
        return (List<?>) page.evaluate(WHAT_IS_WRONG);
    }

    private static String axe() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
