package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A query for KPIs. Missing or invalid parameters get defaults.
 *
 * @param anywhere whether no place was requested
 * @param marked the requested time, such as that of an incident; null for the newest
 * @param range the requested dates
 * @param against what the KPI over time is compared with
 * @param beside what the edition is compared with
 */
record PlaylistsQuestion(
        Subject subject,
        Place place,
        KpiWindow.Period period,
        Kpi kpi,
        boolean anywhere,
        Marked marked,
        DateRange range,
        Comparison against,
        Comparison beside) {

    /**
     * An interval in local time, the end excluded.
     *
     * @param until after {@code since}
     */
    record Marked(LocalDateTime since, LocalDateTime until) {}

    /** Tried in this order: the most detailed first. */
    private static final List<KpiWindow.Period> PERIODS =
            List.of(KpiWindow.Period.HOUR, KpiWindow.Period.DAY, KpiWindow.Period.WEEK);

    static PlaylistsQuestion of(Map<String, String> query) {
        return new PlaylistsQuestion(
                subject(query),
                place(query),
                word(KpiWindow.Period.class, query.get("period"), KpiWindow.Period.HOUR),
                word(Kpi.class, query.get("kpi"), Kpi.LISTENED_TIME),
                emptyToNull(query.get("country")) == null && !"world".equals(query.get("where")),
                marked(query.get("since"), query.get("until")),
                DateRange.of(query),
                word(Comparison.class, query.get("against"), Comparison.EXPECTED),
                word(Comparison.class, query.get("beside"), Comparison.EDITION_BEFORE));
    }

    /** Why a query asks for nothing that there can be, in sentences; null if it does not. */
    static String problem(Map<String, String> query) {
        String kind = query.get("kind");
        boolean isNamed =
                kind != null && !kind.equals(Subject.Kind.ALL.name()) && !kind.equals(Subject.Kind.OTHER.name());
        boolean hasSubject = emptyToNull(query.get("subject")) != null;
        if (hasSubject != isNamed) {
            return hasSubject
                    ? "A subject needs its kind: PLAYLIST, ALBUM or RADIO."
                    : "The kind " + kind + " needs an id, as the parameter subject.";
        }
        if (query.containsKey("edition") && !hasSubject) {
            return "An edition needs its playlist, as the parameters kind and subject.";
        }
        if ((query.containsKey("zone") || query.containsKey("device")) && !query.containsKey("country")) {
            return "A zone or a type of device needs its country.";
        }
        if (query.containsKey("since") != query.containsKey("until")) {
            return "Give both since and until, or none.";
        }
        return DateRange.of(query).problem();
    }

    /** The nearest query with rows: not every place has rows by the hour, or by the day. */
    PlaylistsQuestion answerableFrom(Memory memory) {
        Place where = anywhere && memory.newestRow(subject, place, period).isEmpty() ? busiest(memory) : place;
        KpiWindow.Period answerable = memory.newestRow(subject, where, period).isPresent()
                ? period
                : PERIODS.stream()
                        .filter(other -> memory.newestRow(subject, where, other).isPresent())
                        .findFirst()
                        .orElse(period);
        return new PlaylistsQuestion(subject, where, answerable, kpi, anywhere, marked, range, against, beside);
    }

    private Place busiest(Memory memory) {
        return memory.places(subject).stream()
                .filter(Place::coversWholeCountry)
                .max(Comparator.comparingInt((Place some) -> memory.newestRow(subject, some, KpiWindow.Period.DAY)
                                .map(row -> row.numbers().sessions())
                                .orElse(0))
                        .thenComparing(Place::country))
                .orElse(place);
    }

    private static Subject subject(Map<String, String> query) {
        Subject.Kind kind = word(Subject.Kind.class, query.get("kind"), Subject.Kind.ALL);
        String id = emptyToNull(query.get("subject"));
        return switch (kind) {
            case ALL -> Subject.ALL;
            case OTHER -> Subject.OTHER;
            case PLAYLIST, ALBUM, RADIO ->
                id == null ? Subject.ALL : new Subject(kind, id, emptyToNull(query.get("edition")));
        };
    }

    private static Place place(Map<String, String> query) {
        String country = emptyToNull(query.get("country"));
        Device.Type device = word(Device.Type.class, query.get("device"), null);
        if (country == null) {
            return Place.WORLD;
        }
        return device == null ? new Place(country, emptyToNull(query.get("zone"))) : new Place(country, null, device);
    }

    private static Marked marked(String since, String until) {
        try {
            LocalDateTime from = since == null ? null : LocalDateTime.parse(since);
            LocalDateTime to = until == null ? null : LocalDateTime.parse(until);
            return from == null || to == null || !from.isBefore(to) ? null : new Marked(from, to);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String query, E otherwise) {
        for (E word : type.getEnumConstants()) {
            if (query != null && word.name().equals(query.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        return otherwise;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
