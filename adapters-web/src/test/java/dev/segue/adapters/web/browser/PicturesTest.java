package dev.segue.adapters.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes the pictures of docs/dashboard.md: {@code -Dsegue.docs.write=true} writes them. */
class PicturesTest extends InBrowser {

    private static final Path DOCS = Path.of("../docs");
    private static final int WIDTH = 1100;

    @ParameterizedTest
    @CsvSource({
        "now, now",
        "playlists, playlists?kind=PLAYLIST&subject=Discover+Weekly&where=world&edition=2026-W09",
        "alerts, alerts",
        "listener, listener?id=anna",
    })
    void every_picture_shows_the_page(String name, String view) throws IOException {
        Audience.add(memory);
        look(WIDTH, ColorScheme.LIGHT);
        go(view);
        page.waitForTimeout(500);

        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));

        Path file = DOCS.resolve("dashboard-" + name + ".png");
        if (Boolean.getBoolean("segue.docs.write")) {
            Files.write(file, picture);
        }
        assertThat(file).exists();
        assertThat(ImageIO.read(file.toFile()).getWidth()).as("of " + file).isEqualTo(WIDTH);
        assertThat(isBlank(ImageIO.read(new ByteArrayInputStream(picture)))).isFalse();
    }

    private static boolean isBlank(BufferedImage picture) {
        int first = picture.getRGB(0, picture.getHeight() / 2);
        for (int x = 0; x < picture.getWidth(); x++) {
            if (picture.getRGB(x, picture.getHeight() / 2) != first) {
                return false;
            }
        }
        return true;
    }
}
