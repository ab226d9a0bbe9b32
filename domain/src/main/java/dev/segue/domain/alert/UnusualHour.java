package dev.segue.domain.alert;

/**
 * One unusual hour of an incident.
 *
 * @param found its evaluation at the latest age
 * @param sessions how many sessions it is based on
 * @param endsAt when it ended, in epoch milliseconds
 */
public record UnusualHour(Evaluation found, int sessions, long endsAt) {}
