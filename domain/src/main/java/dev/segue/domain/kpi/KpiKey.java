package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

/** Names a KPI row: what is measured, where and when. */
public record KpiKey(Subject subject, Place place, KpiWindow window) {

    private static final String NONE = "-";

    public KpiKey {
        requireNonNull(subject, "subject");
        requireNonNull(place, "place");
        requireNonNull(window, "window");
    }

    /** The key of a row. */
    public static KpiKey of(KpiRow row) {
        return new KpiKey(row.subject(), row.place(), row.window());
    }

    /**
     * Subject, place and window, their parts separated by slashes. A part that is null is a dash, and what could be taken for
     * either of them is escaped, so no two keys have one text.
     */
    public String text() {
        return String.join(
                "/",
                subject.kind().name(),
                part(subject.id()),
                part(subject.edition()),
                part(place.country()),
                part(place.timeZone()),
                part(place.deviceType() == null ? null : place.deviceType().name()),
                window.period().name(),
                window.start().toString(),
                window.offsetSeconds() == null ? NONE : window.offsetSeconds().toString());
    }

    private static String part(String text) {
        if (text == null) {
            return NONE;
        }
        return text.equals(NONE) ? "%2D" : text.replace("%", "%25").replace("/", "%2F");
    }
}
