package dev.segue.domain.alert;

/**
 * One unusual hour of an incident.
 *
 * @param found what was found at the latest age
 * @param sessions on how many sessions it rests
 * @param endsAt when it ended, in epoch milliseconds
 */
public record UnusualHour(Evaluation found, int sessions, long endsAt) {}
