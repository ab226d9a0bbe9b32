package dev.segue.domain.alert;

/**
 * What an hour says.
 *
 * @param value the KPI, in its own unit
 * @param sample how many listeners, sessions, runs or plays it rests on
 * @param sessions how many sessions it rests on
 */
public record Reading(double value, int sample, int sessions) {

    /** Of an hour in which nobody listened. */
    static final Reading NOTHING = new Reading(0, 0, 0);
}
