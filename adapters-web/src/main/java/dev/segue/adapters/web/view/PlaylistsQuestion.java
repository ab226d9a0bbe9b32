package dev.segue.adapters.web.view;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Slot;
import dev.segue.domain.kpi.Subject;
import java.util.Locale;
import java.util.Map;

/** What someone wants to see of the KPIs. What was not said, or makes no sense, is what is seen first. */
record PlaylistsQuestion(Subject subject, Place place, Slot.Period period, Kpi kpi) {

    static PlaylistsQuestion of(Map<String, String> asked) {
        return new PlaylistsQuestion(
                subject(asked),
                place(asked),
                word(Slot.Period.class, asked.get("period"), Slot.Period.HOUR),
                word(Kpi.class, asked.get("kpi"), Kpi.LISTENED_TIME));
    }

    private static Subject subject(Map<String, String> asked) {
        Subject.Kind kind = word(Subject.Kind.class, asked.get("kind"), Subject.Kind.ALL);
        String id = emptyToNull(asked.get("subject"));
        return switch (kind) {
            case ALL -> Subject.ALL;
            case OTHER -> Subject.OTHER;
            case PLAYLIST, ALBUM, RADIO ->
                id == null ? Subject.ALL : new Subject(kind, id, emptyToNull(asked.get("edition")));
        };
    }

    private static Place place(Map<String, String> asked) {
        String country = emptyToNull(asked.get("country"));
        return country == null ? Place.WORLD : new Place(country, emptyToNull(asked.get("zone")));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String asked, E otherwise) {
        for (E word : type.getEnumConstants()) {
            if (asked != null && word.name().equals(asked.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        return otherwise;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
