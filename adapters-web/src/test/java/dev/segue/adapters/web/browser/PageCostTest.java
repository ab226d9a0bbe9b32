package dev.segue.adapters.web.browser;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.segue.adapters.web.fixture.Evening;
import dev.segue.adapters.web.server.PageSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures what one open tab costs while the audience listens. Asserts nothing. */
class PageCostTest {

    private static final int STEP_MS = 250;

    @Test
    @EnabledIfSystemProperty(named = "segue.cost", matches = "\\d+", disabledReason = "enabled by -Dsegue.cost=60")
    void what_every_view_costs_while_the_audience_listens() throws Exception {
        int seconds = Integer.getInteger("segue.cost");
        List<String> lines = new ArrayList<>();
        for (String view :
                List.of("now", "playlists?where=world", "alerts", "insights", "listener?id=anna", "health")) {
            Memory memory = new Memory(Bounds.USUAL);
            Evening evening = new Evening(memory);
            try (Chromium chromium = Chromium.start("what the page costs");
                    dev.segue.adapters.web.server.Page served =
                            dev.segue.adapters.web.server.Page.serve(memory, PageSettings.onThisMachine(0));
                    Cable cable = Cable.to(URI.create(served.url()).getPort())) {
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
                Page page = context.newPage();
                page.navigate(cable.url() + "#/" + view);
                page.waitForSelector("main[data-shown]");
                CDPSession session = chromium.browser().newBrowserCDPSession();
                double before = cpuSeconds(session, "renderer");
                double allBefore = cpuSeconds(session, "");
                long bytesBefore = cable.carriedBack();
                for (int i = 0; i < seconds * 1000 / STEP_MS; i++) {
                    evening.goOn();
                    page.waitForTimeout(STEP_MS);
                }
                lines.add("%-22s %5.1f s of CPU in the tab, %5.1f s in the browser, %,12d bytes in %d s"
                        .formatted(
                                view,
                                cpuSeconds(session, "renderer") - before,
                                cpuSeconds(session, "") - allBefore,
                                cable.carriedBack() - bytesBefore,
                                seconds));
            }
        }
        lines.forEach(System.out::println);
    }

    private static double cpuSeconds(CDPSession session, String type) {
        double sum = 0;
        for (JsonElement process : session.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
            if (process.getAsJsonObject().get("type").getAsString().startsWith(type)) {
                sum += process.getAsJsonObject().get("cpuTime").getAsDouble();
            }
        }
        return sum;
    }
}
