/**
 * The rules of listening, independent of any framework.
 *
 * <p>Three conventions hold in all packages below. A point in time is a {@code long}: milliseconds since the epoch,
 * UTC. A length of time is also a {@code long}, in milliseconds, and its name ends in {@code Ms} where it could be
 * mistaken. Nothing here reads a clock: time comes in with the event or with {@link dev.segue.domain.clock.Clocks}.
 */
package dev.segue.domain;
