package dev.segue.adapters.web.kept;

/**
 * How much is kept, at most.
 *
 * @param sessions session ids, with their plays and stories
 * @param rows KPI rows
 * @param signals listeners whose newest signal is kept
 */
public record Bounds(int sessions, int rows, int incidents, int signals) {

    public static final Bounds USUAL = new Bounds(1_000_000, 1_000_000, 10_000, 200_000);

    public Bounds {
        requireAtLeastOne("sessions", sessions);
        requireAtLeastOne("rows", rows);
        requireAtLeastOne("incidents", incidents);
        requireAtLeastOne("signals", signals);
    }

    private static void requireAtLeastOne(String what, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but is " + bound);
        }
    }
}
