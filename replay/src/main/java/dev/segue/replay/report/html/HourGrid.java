package dev.segue.replay.report.html;

import dev.segue.domain.history.ListeningTimes;
import dev.segue.replay.report.Amounts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** The hours of the week: a table whose cells are coloured. */
final class HourGrid {

    private static final int HOURS = 24;
    private static final int LABEL_EVERY = 6;
    private static final int LEVELS = 5;

    private final ListeningTimes times;

    HourGrid(ListeningTimes times) {
        this.times = times;
    }

    void writeTo(Html html) {
        html.element("h3", "Weekday and hour");
        html.open("table", "class", "grid");
        html.element(
                "caption",
                "The stronger its colour, the more was listened in an hour of the week; pointing at it shows how much.");
        html.open("thead").open("tr").element("td", "");
        for (int hour = 0; hour < HOURS; hour++) {
            html.open("th", "scope", "col");
            html.element("span", twoDigits(hour), "class", hour % LABEL_EVERY == 0 ? "label" : "unseen");
            html.close();
        }
        html.close().close().open("tbody");
        long most = most();
        for (DayOfWeek day : DayOfWeek.values()) {
            html.open("tr").element("th", day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), "scope", "row");
            for (int hour = 0; hour < HOURS; hour++) {
                long listened = times.in(day, hour);
                String amount =
                        Amounts.length(listened) + ", " + Amounts.of(times.beganIn(day, hour), "session") + " began";
                html.open(
                        "td",
                        "class",
                        "l" + level(listened, most),
                        "title",
                        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + twoDigits(hour) + ":00 to "
                                + twoDigits(hour) + ":59: " + amount);
                html.element("span", amount, "class", "unseen").close();
            }
            html.close();
        }
        html.close().close();
    }

    private long most() {
        long most = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                most = Math.max(most, times.in(day, hour));
            }
        }
        return most;
    }

    /** Anything above zero is visible. */
    private static int level(long listened, long most) {
        return listened == 0 ? 0 : (int) Math.max(1, Math.ceil((double) LEVELS * listened / most));
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
