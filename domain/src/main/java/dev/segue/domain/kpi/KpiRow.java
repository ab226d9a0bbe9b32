package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

/**
 * What was listened to, of one subject, in one place, in one window.
 *
 * @param startsAt when the window begins in the first zone that has a session or run in it, in epoch milliseconds
 * @param endsAt when the window ends in the last zone that has a session or run in it, in epoch milliseconds
 * @param mainTimeZone the zone that most of its sessions and runs are in; of equals the first by name
 * @param listeners how many different listeners have a session, or of a playlist, album or radio a run, that began here
 * @param returningListeners how many of these listeners came back: they have at least two such sessions
 * @param over whether the clock has passed {@code endsAt}
 * @param settled whether nothing in it can change any more
 * @param asOf the acceptance clock when this was emitted; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it
 *     knew any time
 */
public record KpiRow(
        Subject subject,
        Place place,
        KpiWindow window,
        long startsAt,
        long endsAt,
        String mainTimeZone,
        int listeners,
        int returningListeners,
        KpiNumbers numbers,
        boolean over,
        boolean settled,
        long asOf) {

    public KpiRow {
        requireNonNull(subject, "subject");
        requireNonNull(place, "place");
        requireNonNull(window, "window");
        requireNonNull(mainTimeZone, "mainTimeZone");
        requireNonNull(numbers, "numbers");
    }
}
