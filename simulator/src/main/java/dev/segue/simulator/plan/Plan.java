package dev.segue.simulator.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an audience has been made to do so far, in the simulator's own terms: who sat down when, how long their breaks
 * were, and what went wrong. It is known before anything is reported, and shares nothing with the rules that must find
 * it.
 */
public final class Plan {

    /** The longest break within one sitting: 15 min, the default session gap. */
    public static final long GAP_MS = 15 * 60_000L;

    /** Shorter breaks are not counted: 1 min. */
    private static final long SHORTEST_BREAK_MS = 60_000;

    private final Consumer<PlannedSession> sittings;
    private final Map<Hazard, Long> times = new EnumMap<>(Hazard.class);
    private long sessions;
    private long breaks;
    private long exactly;
    private long justOver;

    public Plan(Consumer<PlannedSession> sittings) {
        this.sittings = sittings;
    }

    /** The number of sessions that must result. */
    public long sessions() {
        return sessions;
    }

    /** The number of breaks of a minute or longer, within sittings and between them. */
    public long breaks() {
        return breaks;
    }

    /** The number of breaks exactly as long as the gap, so that the sitting continued. */
    public long breaksOfExactlyTheGap() {
        return exactly;
    }

    /** The number of breaks one millisecond longer than the gap, so that another sitting began. */
    public long breaksOneMillisecondOverTheGap() {
        return justOver;
    }

    /** How often each hazard occurred; without those that did not occur. */
    public Map<Hazard, Long> times() {
        return Collections.unmodifiableMap(times);
    }

    /** A summary in two lines. */
    public List<String> inWords() {
        List<String> hazards = times.entrySet().stream()
                .map(each -> each.getKey().inWords() + " " + number(each.getValue()))
                .toList();
        return List.of(
                "The plan: " + number(sessions) + " sessions; " + number(breaks)
                        + " breaks of a minute or longer, of which " + number(exactly) + " exactly the session gap and "
                        + number(justOver) + " one millisecond longer.",
                hazards.isEmpty() ? "No hazards." : "Hazards: " + String.join(", ", hazards) + ".");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public void sitting(PlannedSession session) {
        sessions++;
        sittings.accept(session);
    }

    public void occurred(Hazard hazard) {
        times.merge(hazard, 1L, Long::sum);
    }

    public void silence(long ms) {
        if (ms >= SHORTEST_BREAK_MS) {
            breaks++;
        }
        if (ms == GAP_MS) {
            exactly++;
        } else if (ms == GAP_MS + 1) {
            justOver++;
        }
    }
}
