package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The current audience.
 *
 * @param clock the current event time, in epoch milliseconds; null before any is known
 * @param firstMinute of {@code songs} and {@code skips}, in minutes since the epoch
 * @param fromSignals whether songs are counted from signals, at once; otherwise only from sessions, minutes later
 * @param moodSide cells on each side of the mood map
 * @param moods listeners by cell: row by row from the lowest energy, in each from the lowest valence
 * @param usual what is usual at this time of the week
 * @param playlists those with the most listeners today, the most first; today by UTC
 * @param countries those with the most listeners today, the most first
 * @param openIncidents the number of open incidents
 * @param incidents the open incidents that began last, at most {@value #MOST_LISTED}
 * @param jobs how current each job is, in the order of the pipeline; one that never reported is left out
 */
public record NowView(
        Long clock,
        long listening,
        long openSessions,
        long firstMinute,
        List<Integer> songs,
        List<Integer> skips,
        boolean fromSignals,
        int moodSide,
        List<Integer> moods,
        Usual usual,
        List<Listened> playlists,
        List<Listened> countries,
        int openIncidents,
        List<Open> incidents,
        List<Freshness> jobs) {

    private static final int MINUTES = 180;
    private static final int MOST_LISTED = 5;

    /** Medians of the same time of the weeks before; null if too few weeks are known. Songs and skips are per minute. */
    public record Usual(Double openSessions, Double songs, Double skips) {}

    /** A playlist or a country, and how many listened to it today so far. */
    public record Listened(String name, int listeners) {}

    /**
     * An open incident.
     *
     * @param kpi its name, as in {@link PlaylistsView}
     * @param since in epoch milliseconds
     */
    public record Open(String id, String kpi, String kind, String subject, String country, long since) {}

    static NowView of(Memory memory, long now) {
        Memory.Audience audience = memory.audience(MINUTES);
        List<Incident> open = memory.incidents().stream()
                .takeWhile(incident -> incident.status() == Incident.Status.OPEN)
                .toList();
        return new NowView(
                StatusView.timeOrNull(audience.clock()),
                audience.listening(),
                audience.openSessions(),
                audience.firstMinute(),
                audience.songs(),
                audience.skips(),
                audience.fromSignals(),
                Memory.moodFields(),
                audience.moods(),
                new Usual(
                        orNull(audience.usual().openSessions()),
                        orNull(audience.usual().songs()),
                        orNull(audience.usual().skips())),
                audience.clock() == Clocks.NOT_STARTED ? List.of() : playlists(memory, today(audience)),
                audience.clock() == Clocks.NOT_STARTED ? List.of() : countries(memory, today(audience)),
                open.size(),
                open.stream().limit(MOST_LISTED).map(NowView::open).toList(),
                jobs(memory, now));
    }

    private static LocalDate today(Memory.Audience audience) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(audience.clock()), ZoneOffset.UTC);
    }

    private static List<Listened> playlists(Memory memory, LocalDate today) {
        return memory.topPlaylists(today, MOST_LISTED).stream()
                .map(row -> new Listened(row.subject().id(), row.listeners()))
                .toList();
    }

    private static List<Listened> countries(Memory memory, LocalDate today) {
        return memory.places(Subject.ALL).stream()
                .filter(Place::coversWholeCountry)
                .flatMap(place -> memory.rows(Subject.ALL, place, KpiWindow.Period.DAY, today.atStartOfDay()).stream()
                        .limit(1)
                        .filter(row -> row.window().start().toLocalDate().equals(today))
                        .map(row -> new Listened(place.country(), row.listeners())))
                .filter(country -> country.listeners() > 0)
                .sorted(Comparator.comparingInt(Listened::listeners).reversed().thenComparing(Listened::name))
                .limit(MOST_LISTED)
                .toList();
    }

    private static Open open(Incident incident) {
        return new Open(
                incident.id(),
                incident.kpi().name(),
                incident.subject().kind().name(),
                incident.subject().id(),
                incident.place().country(),
                incident.since());
    }

    private static List<Freshness> jobs(Memory memory, long now) {
        return StatusView.freshness(memory, now).values().stream()
                .sorted(Comparator.comparingInt(job -> Source.placeInPipeline(job.job())))
                .toList();
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
