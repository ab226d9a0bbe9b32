package dev.segue.domain.alert.impact;

import dev.segue.domain.alert.Evaluation;

/**
 * How many listeners a deviation affects: in each window its effect times the listeners who were there, or were expected
 * if those are more. So an outage affects all that were expected, and a halving half of them, whichever KPI it is in. Over
 * several windows a listener counts once for each: over hours, the unit is listener-hours.
 *
 * @param windows how many windows deviate
 * @param listeners of these windows together, or those expected where these are more
 * @param affected listeners times effect, summed over the windows; at most {@code listeners}
 */
public record Impact(int windows, double listeners, double affected) {

    public static final Impact NONE = new Impact(0, 0, 0);

    /**
     * Of one window.
     *
     * @param value the KPI
     * @param usual its baseline
     * @param listeners who were there
     * @param usualListeners who were expected
     */
    public static Impact of(double value, double usual, double listeners, double usualListeners) {
        double audience = Math.max(listeners, usualListeners);
        return new Impact(1, audience, Evaluation.effect(value, usual) * audience);
    }

    /** Both together. */
    public Impact plus(Impact other) {
        return new Impact(windows + other.windows, listeners + other.listeners, affected + other.affected);
    }
}
