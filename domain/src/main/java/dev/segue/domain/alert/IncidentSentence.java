package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Describes an incident in one sentence: what is unusual, where, since when, compared with what, on how many sessions.
 */
final class IncidentSentence {

    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final double MS_IN_MINUTE = 60_000;
    private static final double MS_IN_HOUR = 60 * MS_IN_MINUTE;
    private static final int HUNDRED = 100;

    /** A region code that may have a name; clients may send anything as a country. */
    private static final String A_REGION = "[A-Za-z]{2}";

    private IncidentSentence() {}

    /**
     * The sentence.
     *
     * @param lastHour when its last unusual hour began, by local clocks
     * @param zone the time zone of those clocks
     * @param compared whether the latest hour could be compared
     */
    static String of(Incident incident, LocalDateTime lastHour, String zone, boolean compared) {
        String what = incident.kpi().title() + " of " + name(incident.subject()) + " in " + name(incident.place());
        String when = " since " + DAY_AND_HOUR.format(incident.sinceLocal()) + " (" + zone + ")";
        String distance = howFar(incident.value(), incident.usual(), incident.direction()) + " than usual";
        String numbers = value(incident.kpi(), incident.value()) + " instead of "
                + value(incident.kpi(), incident.usual()) + " from " + HOUR.format(lastHour) + " to "
                + HOUR.format(lastHour.plusHours(1));
        String basis = ", compared with the same hour of the last " + incident.weeks() + " "
                + WEEKDAY.format(lastHour) + "s; " + count(incident.windows(), "unusual hour") + " on "
                + count(incident.sessions(), "session");
        return switch (incident.status()) {
            case OPEN -> what + " has been " + distance + when + ": " + numbers + basis + ".";
            case CLOSED ->
                what + (compared ? " is back to normal" : " is no longer compared") + "; it had been " + distance + when
                        + ": most recently " + numbers + basis + ".";
            case NEW_NORMAL ->
                what + " has been " + distance + when + " for so long that this is the new normal: " + numbers + basis
                        + ".";
            case WITHDRAWN -> what + " has not been unusual" + when + " after all, according to corrected data.";
        };
    }

    private static String howFar(double value, double usual, Direction direction) {
        long percent = Math.round(HUNDRED * Math.abs(value - usual) / usual);
        return (usual > 0 ? percent + " % " : "") + (direction == Direction.LOWER ? "lower" : "higher");
    }

    private static String name(Subject subject) {
        return switch (subject.kind()) {
            case ALL -> "all listening";
            case PLAYLIST -> "playlist " + subject.id();
            case ALBUM -> "album " + subject.id();
            case RADIO -> "radio " + subject.id();
            case OTHER -> "all other playlists, albums and radios";
        };
    }

    private static String name(Place place) {
        String country = place.country();
        if (country.equals(Place.NO_COUNTRY)) {
            return "an unknown country";
        }
        return country.matches(A_REGION)
                ? new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH)
                : country;
    }

    private static String value(Kpi kpi, double value) {
        return switch (kpi.measure()) {
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case SUM ->
                value < MS_IN_HOUR
                        ? String.format(Locale.ROOT, "%.0f min", value / MS_IN_MINUTE)
                        : String.format(Locale.ROOT, "%,.1f h", value / MS_IN_HOUR);
            case MEAN -> String.format(Locale.ROOT, "%.2f", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", HUNDRED * value);
        };
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
