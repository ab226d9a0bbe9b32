/**
 * The rules of listening, free of any framework.
 *
 * <p>Three conventions hold everywhere below. A point in time is a {@code long}: milliseconds since the epoch, UTC.
 * A length of time is a {@code long} too, in milliseconds, and its name ends in {@code Ms} where a reader could
 * mistake it. Nothing here reads a clock: time comes in with the event or with {@link dev.segue.domain.clock.Clocks}.
 */
package dev.segue.domain;
