package dev.segue.replay.report.html;

import dev.segue.domain.history.ListeningTimes;
import dev.segue.replay.report.Amounts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Each year of a listener, day by day: as a picture, and as a table. */
final class Calendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final int CELL = 12;
    private static final int GAP = 2;
    private static final int WEEK = DayOfWeek.values().length;
    private static final int MOST_WEEKS = 6;
    private static final int LONGEST_MONTH = 31;
    private static final long MINUTE_MS = 60_000;

    /** From how many minutes on a day has the next darker colour; {@link #STEPS_IN_WORDS} says it. */
    private static final int[] STEPS = {30, 60, 120, 240};

    private static final String[] STEPS_IN_WORDS = {
        "none", "under 30 min", "from 30 min", "from 1 h", "from 2 h", "from 4 h"
    };

    private final ListeningTimes times;

    Calendar(ListeningTimes times) {
        this.times = times;
    }

    void writeTo(Html html) {
        html.element("h3", "Day by day");
        html.open("p", "class", "legend").element("span", "Listened on a day:");
        for (int level = 0; level < STEPS_IN_WORDS.length; level++) {
            html.open("span", "class", "key")
                    .open("svg", "class", "swatch", "viewBox", "0 0 10 10", "aria-hidden", "true");
            html.open("rect", "class", "l" + level, "width", "10", "height", "10", "rx", "2")
                    .close();
            html.close().text(STEPS_IN_WORDS[level]).close();
        }
        html.close();
        for (int year : times.years().descendingSet()) {
            writeYear(year, html);
        }
    }

    private void writeYear(int year, Html html) {
        html.open("div", "class", "year");
        html.open("h4").text(year + " ");
        html.element(
                        "span",
                        Figures.hours(times.in(year)) + " hours on " + Amounts.of(times.daysIn(year), "day"),
                        "class",
                        "muted")
                .close();
        html.open(
                "div",
                "class",
                "months",
                "role",
                "img",
                "aria-label",
                "Calendar of " + year
                        + ", in which the colour of a day says for how long music was played. The most was "
                        + inWords(longestDay(year)) + ". The table below has every day.");
        for (Month month : Month.values()) {
            writeMonth(YearMonth.of(year, month), html);
        }
        html.close();
        writeTable(year, html);
        html.close();
    }

    private LocalDate longestDay(int year) {
        LocalDate longest = LocalDate.ofYearDay(year, 1);
        for (int day = 2; day <= Year.of(year).length(); day++) {
            LocalDate date = LocalDate.ofYearDay(year, day);
            longest = times.on(date) > times.on(longest) ? date : longest;
        }
        return longest;
    }

    /** A column for each week, Monday on top. */
    private void writeMonth(YearMonth month, Html html) {
        html.open("div", "class", "month");
        html.element("span", nameOf(month), "class", "muted");
        html.open("svg", "viewBox", "0 0 " + (MOST_WEEKS * CELL - GAP) + " " + (WEEK * CELL - GAP));
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            int cell = before + day - 1;
            html.open(
                    "rect",
                    "class",
                    "l" + level(times.on(date)),
                    "x",
                    Integer.toString(cell / WEEK * CELL),
                    "y",
                    Integer.toString(cell % WEEK * CELL));
            if (times.on(date) > 0) {
                html.element("title", inWords(date));
            }
            html.close();
        }
        html.close().close();
    }

    private void writeTable(int year, Html html) {
        html.open("details").element("summary", year + " as a table");
        html.open("div", "class", "wide", "tabindex", "0", "role", "group", "aria-label", "Table of " + year);
        html.open("table").element("caption", "Minutes listened on each day of " + year);
        html.open("thead").open("tr").element("td", "");
        for (int day = 1; day <= LONGEST_MONTH; day++) {
            html.element("th", Integer.toString(day), "scope", "col", "class", "number");
        }
        html.close().close().open("tbody");
        for (Month month : Month.values()) {
            YearMonth of = YearMonth.of(year, month);
            html.open("tr").element("th", nameOf(of), "scope", "row");
            for (int day = 1; day <= LONGEST_MONTH; day++) {
                long listened = of.isValidDay(day) ? times.on(of.atDay(day)) : 0;
                html.element("td", listened == 0 ? "" : Figures.minutes(listened), "class", "number");
            }
            html.close();
        }
        html.close().close().close().close();
    }

    private String inWords(LocalDate date) {
        return DAY.format(date) + ": " + Amounts.length(times.on(date));
    }

    private static String nameOf(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static int level(long listenedMs) {
        if (listenedMs == 0) {
            return 0;
        }
        int level = 1;
        for (int step : STEPS) {
            level += listenedMs >= step * MINUTE_MS ? 1 : 0;
        }
        return level;
    }
}
