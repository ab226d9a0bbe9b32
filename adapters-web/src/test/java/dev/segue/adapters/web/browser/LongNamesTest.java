package dev.segue.adapters.web.browser;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.Topic;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With names of any length, the page stays as wide as its window and nothing overlaps. */
class LongNamesTest extends InBrowser {

    private static final String LONG = "0123456789abcdef".repeat(24);

    /** Elements that reach out of the window, unless in a scrolling table, or out of their own box. */
    private static final String WHAT_REACHES_OUT =
            "[...document.querySelectorAll('body *')].filter(e => !e.closest('svg, .uplot, .skip-link') && e.getClientRects().length > 0"
                    + " && ((e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.wide, .lane, .scale'))"
                    + "  || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'visible'"
                    + "   && getComputedStyle(e).display !== 'inline')))"
                    + ".map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 60))";

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "390,DARK", "1280,LIGHT", "3840,DARK"})
    void nothing_reaches_out(int width, ColorScheme scheme) {
        add();
        look(width, scheme);
        for (String view : List.of(
                "now",
                "playlists?kind=PLAYLIST&where=world&subject=" + LONG,
                "playlists?kind=PLAYLIST&where=world&subject=" + LONG + "unknown",
                "alerts",
                "alerts?incident=" + LONG,
                "alerts?incident=" + LONG + "unknown",
                "insights",
                "listener?id=" + LONG,
                "listener?id=" + LONG + "unknown",
                "health",
                LONG)) {
            page.navigate("about:blank");
            page.navigate(served.url() + "#/" + view);
            page.waitForSelector("main[data-shown]");
            page.evaluate("document.querySelectorAll('details').forEach(of => of.open = true)");

            assertThat((List<?>) page.evaluate(WHAT_REACHES_OUT)).as(view).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(width);
        }
    }

    private void add() {
        memory.take(aSessionOf(LONG)
                .from("09:00")
                .playlist(LONG)
                .on(Device.Type.PHONE, LONG)
                .play(LONG, 90)
                .skip(LONG, 3)
                .revision(1, Change.Status.EARLY, true));
        memory.take(aSessionOf(LONG)
                .from("09:00")
                .playlist(LONG)
                .on(Device.Type.PHONE, LONG)
                .play(LONG, 90)
                .skip(LONG, 3)
                .plays(1));
        memory.take(aSessionOf(LONG)
                .from("08:00")
                .supersededBy(aSessionOf("gone").called(LONG).id(), 2, Audience.NOW));
        memory.take(new Signal(
                LONG,
                1,
                new Signal.Trigger("e-1", Signal.Cause.TRACK_SKIPPED, true),
                Audience.NOW,
                new Signal.SessionSoFar(Audience.NOW - 1_800_000, 3, 2, new Skips(1, 0, 0), 1_200_000),
                new Signal.CurrentRun(new PlayContext(PlayContext.Type.PLAYLIST, LONG, LONG), 3, 1),
                0,
                new Mood(Mood.Quadrant.CALM, 640, 260, 820),
                new Signal.Heading(660, 210),
                List.of(new Signal.NextSong(LONG, 941, List.of(new Signal.Factor(LONG, 941)))),
                List.of(new Signal.LeftOut(LONG, 941, List.of(new Signal.Factor(LONG, 0)))),
                new Signal.AdJudgement(Signal.AdJudgement.Verdict.HOLD, LONG, LONG),
                "1"));
        memory.take(LONG, new TrackName(LONG, LONG, null));
        memory.take(EmittedRow.anHour(EmittedRow.playlist(LONG), Place.WORLD, "2026-03-02T09:00")
                .mainlyIn(LONG)
                .row());
        memory.take(EmittedRow.anHour(EmittedRow.playlist(LONG), new Place("SE", null), "2026-03-02T09:00")
                .row());
        memory.take(Audience.incident(LONG, Incident.Status.OPEN, EmittedRow.playlist(LONG), 5, 1));
        memory.take(
                new Health(LONG, LONG, 0, 1, 12, new Ledger(1, 1, 0, 0, Map.of()), Audience.NOW, Audience.NOW, 140),
                Audience.NOW);
        memory.reading(List.of(new Topic(LONG, LONG, Topic.State.LIVE, 0, 0)), LONG);
    }
}
