package dev.segue.replay.report.html;

import dev.segue.domain.history.ListenerHistory;
import dev.segue.domain.history.Standing;
import dev.segue.domain.history.Unskipped;
import dev.segue.domain.history.YearOfListening;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Session;
import dev.segue.replay.report.Amounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One listener: totals, years, days, hours, and what was played. */
final class ListenerSection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private static final String SKIPS_ARE_UNKNOWN =
            "The input does not say why plays ended, so it is not known which were skipped.";

    private final ListenerHistory history;
    private final ZoneId zone;
    private final String id;

    /** The section of the listener with this number on the page. */
    ListenerSection(ListenerHistory history, int number) {
        this.history = history;
        this.zone = history.times().zone();
        this.id = idOf(number);
    }

    /** What links to the listener with this number lead to. */
    static String idOf(int number) {
        return "listener-" + number;
    }

    void writeTo(Html html) {
        html.open("article", "aria-labelledby", id);
        html.open("h2", "id", id).name(history.listener()).close();
        html.element("p", at(history.firstAt(), DAY) + " to " + at(history.lastAt(), DAY), "class", "lead");
        writeTotals(html);
        writeYears(html);
        if (history.listenedMs() > 0) {
            html.open("section", "class", "card");
            new Calendar(history.times()).writeTo(html);
            html.close();
            html.open("section", "class", "card");
            new HourGrid(history.times()).writeTo(html);
            html.close();
        }
        html.open("div", "class", "two");
        new Rankings("Artists", "artist", history.artists()).writeTo(html);
        new Rankings("Tracks", "track", history.tracks()).writeTo(html);
        new Rankings("Albums", "album", history.albums()).writeTo(html);
        writeDevices(html);
        html.close();
        html.open("div", "class", "two");
        writeLongestSessions(html);
        writeLongestUnskipped(html);
        html.close();
        writeLongestRuns(html);
        writeMoods(html);
        html.close();
    }

    private void writeTotals(Html html) {
        long plays = history.plays().plays();
        html.open("dl", "class", "tiles");
        boolean hasTime = history.plays().hasPlayedTime();
        tile(
                "Listened",
                hasTime ? Figures.hours(history.listenedMs()) + " h" : Figures.NOT_KNOWN,
                hasTime ? onDays() : "The input does not say how long plays sounded",
                html);
        tile(
                "Plays",
                Amounts.number(plays),
                hasTime ? Amounts.number(history.countedPlays()) + " of 30 s or longer" : "each a moment",
                html);
        tile(
                "Sessions",
                Amounts.number(history.sessions()),
                hasTime
                        ? Amounts.length(history.listenedMs() / history.sessions() / 1_000 * 1_000)
                                + " listened on average"
                        : Amounts.number(plays / history.sessions()) + " plays on average",
                html);
        tile(
                "Skipped",
                Figures.skipRate(history.plays()),
                history.plays().hasSkipRate()
                        ? Amounts.number(history.skips().quick()) + " within 5 s, "
                                + Amounts.number(history.skips().early()) + " within 30 s, "
                                + Amounts.number(history.skips().late()) + " later"
                        : "The input does not say",
                html);
        tile(
                "Artists",
                history.artists().different() == 0
                        ? Figures.NOT_KNOWN
                        : Amounts.number(history.artists().different()),
                history.artists().different() == 0
                        ? "The input does not name them"
                        : "and " + Amounts.of(history.tracks().different(), "track"),
                html);
        html.close();
    }

    private String onDays() {
        LocalDate first = Instant.ofEpochMilli(history.firstAt()).atZone(zone).toLocalDate();
        LocalDate last = Instant.ofEpochMilli(history.lastAt()).atZone(zone).toLocalDate();
        int days = history.times().days();
        return "on " + Amounts.number(days) + " of "
                + Amounts.of(Math.max(days, ChronoUnit.DAYS.between(first, last) + 1), "day");
    }

    private static void tile(String name, String value, String what, Html html) {
        html.open("div", "class", "tile").element("dt", name);
        html.element("dd", value, "class", "value");
        html.element("dd", what, "class", "what").close();
    }

    private void writeYears(Html html) {
        List<YearOfListening> years = history.years();
        long most = years.stream().mapToLong(YearOfListening::listenedMs).max().orElse(0);
        boolean hasArtists = history.artists().different() > 0;
        html.open("section", "class", "card").element("h3", "Over the years");
        html.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Over the years");
        html.open("table", "class", "years");
        html.element("caption", "By year");
        head(List.of("Year"), List.of("Hours", "Sessions", "Plays", "Skipped", "Artists", "New artists"), html);
        for (YearOfListening year : years) {
            html.open("tr").element("th", Integer.toString(year.year()), "scope", "row");
            html.open("td", "class", "number")
                    .text(year.plays().hasPlayedTime() ? Figures.hours(year.listenedMs()) : Figures.NOT_KNOWN);
            Bar.write(year.listenedMs(), most, html);
            html.close();
            number(Amounts.number(year.sessions()), html);
            number(Amounts.number(year.plays().plays()), html);
            number(Figures.skipRate(year.plays()), html);
            number(hasArtists ? Amounts.number(year.artists()) : Figures.NOT_KNOWN, html);
            number(hasArtists ? Amounts.number(year.newArtists()) : Figures.NOT_KNOWN, html);
            html.close();
        }
        html.close().close().close();
        html.element(
                        "p",
                        "An artist counts with a play of 30 s or longer, or of unknown length, and is new in the first such year.",
                        "class",
                        "note")
                .close();
    }

    private void writeDevices(Html html) {
        List<Standing<Device>> devices = history.devices().byPlayed();
        html.open("section", "class", "card").open("h3").text("Devices ");
        html.element("span", Amounts.number(history.devices().different()), "class", "muted")
                .close();
        if (devices.isEmpty()) {
            html.element("p", "The input does not say on which device a play was.", "class", "muted")
                    .close();
            return;
        }
        long most = devices.get(0).playedMs();
        html.open("table", "class", "ranking").element("caption", "By played time");
        head(List.of("Device"), List.of("Hours", "Plays", "Skipped"), html);
        for (Standing<Device> standing : devices) {
            html.open("tr").open("th", "scope", "row").name(nameOf(standing.of()));
            Bar.write(standing.playedMs(), most, html);
            html.close();
            number(Figures.hours(standing.playedMs()), html);
            number(Amounts.number(standing.plays()), html);
            number(Figures.skipRate(standing), html);
            html.close();
        }
        html.close().close();
        if (history.devices().unnamed() > 0) {
            html.element(
                    "p",
                    Amounts.of(history.devices().unnamed(), "play") + " on unknown devices are not counted here.",
                    "class",
                    "note");
        }
        html.close();
    }

    private static String nameOf(Device device) {
        String type = device.type().name().toLowerCase(Locale.ROOT);
        if (device.type() == Device.Type.UNKNOWN) {
            return device.id();
        }
        return device.id().isEmpty() ? type : device.id() + " (" + type + ")";
    }

    private void writeLongestSessions(Html html) {
        html.open("section", "class", "card").element("h3", "Longest sessions");
        html.open("table").element("caption", "From start to end");
        head(List.of("Began"), List.of("Length", "Listened", "Plays", "Skips"), html);
        for (Session session : history.longestSessions()) {
            html.open("tr").element("th", at(session.startedAt(), MINUTE), "scope", "row");
            number(Amounts.length(session.endedAt() - session.startedAt()), html);
            number(Amounts.length(session.listenedMs()), html);
            number(Amounts.number(session.plays()), html);
            number(
                    history.plays().hasSkipRate()
                            ? Amounts.number(session.skips().total())
                            : Figures.NOT_KNOWN,
                    html);
            html.close();
        }
        html.close().close().close();
    }

    private void writeLongestUnskipped(Html html) {
        html.open("section", "class", "card").element("h3", "Most songs without a skip");
        if (!history.plays().hasSkipRate()) {
            html.element("p", SKIPS_ARE_UNKNOWN, "class", "muted").close();
            return;
        }
        if (history.longestUnskipped().isEmpty()) {
            html.element("p", "No song was played for 30 s without being skipped.", "class", "muted")
                    .close();
            return;
        }
        html.open("table").element("caption", "In a row, within one session");
        head(List.of("Began"), List.of("Songs", "Played"), html);
        for (Unskipped run : history.longestUnskipped()) {
            html.open("tr").element("th", at(run.startedAt(), MINUTE), "scope", "row");
            number(Amounts.number(run.songs()), html);
            number(Amounts.length(run.playedMs()), html);
            html.close();
        }
        html.close().close().close();
    }

    private void writeLongestRuns(Html html) {
        if (history.longestRuns().isEmpty()) {
            return;
        }
        html.open("section", "class", "card").element("h3", "Longest runs in one playlist");
        html.open("table").element("caption", "Songs in a row from one playlist, on one device, within one session");
        head(List.of("Playlist", "Began"), List.of("Songs", "Listened", "Skips"), html);
        for (Run run : history.longestRuns()) {
            html.open("tr").open("th", "scope", "row").name(run.context().id());
            if (run.context().edition() != null) {
                html.named("span", run.context().edition(), "class", "by");
            }
            html.close().element("td", at(run.startedAt(), MINUTE));
            number(Amounts.number(run.songs()), html);
            number(Amounts.length(run.listenedMs()), html);
            number(Amounts.number(run.skips().total()), html);
            html.close();
        }
        html.close().close().close();
    }

    private void writeMoods(Html html) {
        if (history.moods().isEmpty()) {
            return;
        }
        html.open("section", "class", "card").element("h3", "Mood of the music");
        html.open("table").element("caption", "Listened time of sessions whose mood is known");
        head(List.of("Mood"), List.of("Hours", "Share"), html);
        long all = history.moods().values().stream().mapToLong(Long::longValue).sum();
        history.moods().forEach((mood, listenedMs) -> {
            html.open("tr").element("th", mood.name().toLowerCase(Locale.ROOT), "scope", "row");
            number(Figures.hours(listenedMs), html);
            number(Amounts.share(listenedMs, all), html);
            html.close();
        });
        html.close().close().close();
    }

    /** The head of a table with columns of text and of numbers; its body follows, open. */
    private static void head(List<String> texts, List<String> numbers, Html html) {
        html.open("thead").open("tr");
        texts.forEach(name -> html.element("th", name, "scope", "col"));
        numbers.forEach(name -> html.element("th", name, "scope", "col", "class", "number"));
        html.close().close().open("tbody");
    }

    private static void number(String number, Html html) {
        html.element("td", number, "class", "number");
    }

    private String at(long time, DateTimeFormatter format) {
        return format.format(Instant.ofEpochMilli(time).atZone(zone));
    }
}
