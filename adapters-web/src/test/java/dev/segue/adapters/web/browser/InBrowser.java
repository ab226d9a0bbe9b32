package dev.segue.adapters.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.server.CannotServe;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Serves a page from an empty memory to a real browser; anything the browser logs fails the test. */
abstract class InBrowser {

    static final double PATIENCE_MS = 60_000;

    /** The prefix of every connection error that Chromium logs. */
    private static final String NO_CONNECTION = "net::ERR_";

    static Chromium chromium;

    final Memory memory = new Memory(Bounds.USUAL);

    /** All that the browser logged, at any level. */
    final List<String> complaints = new ArrayList<>();

    /** Whether a connection was cut on purpose, so that connection errors are allowed. */
    boolean isCut;

    dev.segue.adapters.web.server.Page served;
    BrowserContext context;
    Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start("the page in a browser");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void serve() throws CannotServe {
        served = serve(memory, 0);
        look(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        served.close();
        assertThat(complaints)
                .filteredOn(complaint -> !isCut || !complaint.contains(NO_CONNECTION))
                .isEmpty();
    }

    /** Uses the clock of the test audience, so that none of its data is old. */
    static dev.segue.adapters.web.server.Page serve(Memory memory, int port) throws CannotServe {
        return dev.segue.adapters.web.server.Page.serve(
                memory, PageSettings.onThisMachine(port), () -> Instant.ofEpochMilli(Audience.NOW));
    }

    void look(int width, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setTimezoneId("Europe/Stockholm"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
    }

    void go(String view) {
        page.navigate(served.url() + "#/" + view);
        shown(view.replaceAll("\\?.*", ""));
    }

    /** Waits until the view has been drawn once. */
    void shown(String view) {
        page.waitForSelector("main[data-shown='" + view + "']");
    }

    void tabTo(String name) {
        Locator focused = page.locator(":focus");
        page.keyboard().press("Tab");
        while (!focused.textContent().startsWith(name)) {
            page.keyboard().press("Tab");
        }
    }

    Locator tile(String name) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(name))
                .first()
                .locator(".value");
    }

    static ContainsTextOptions containing() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    static HasTextOptions patiently() {
        return new HasTextOptions().setTimeout(PATIENCE_MS);
    }
}
