package dev.segue.adapters.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * The browser of this machine. Without one, tests that need it are skipped with a conspicuous line in the output; if
 * {@code SEGUE_REQUIRE_BROWSER=true}, they fail instead.
 */
public final class Chromium implements AutoCloseable {

    /** The environment variable that, if {@code true}, makes tests fail without a browser. */
    private static final String REQUIRED = "SEGUE_REQUIRE_BROWSER";

    /** Where Debian's package installs it. */
    private static final Path PLACE = Path.of("/usr/bin/chromium");

    private final Playwright driver;
    private final Browser browser;

    private Chromium(Playwright driver, Browser browser) {
        this.driver = driver;
        this.browser = browser;
    }

    /**
     * Starts it, without a window.
     *
     * @param purpose what is tested with it, for the message if there is no browser
     */
    public static Chromium start(String purpose) {
        if (!Files.isExecutable(PLACE)) {
            throw without(purpose);
        }
        Playwright driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                driver,
                driver.chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PLACE)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    /** The browser itself. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }

    private static RuntimeException without(String purpose) {
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError("Cannot test " + purpose + ": there is no " + PLACE + ", and " + REQUIRED
                    + "=true forbids skipping.");
        }
        String line =
                "SKIPPED: " + purpose + ", because there is no " + PLACE + ". On Debian: apt-get install chromium";
        System.out.println("\n>>>>>> " + line + "\n");
        return new TestAbortedException(line);
    }
}
