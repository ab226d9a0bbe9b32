/**
 * The rules of sessions and of listening a second time, over a whole set of events at once: it sorts and walks, and is
 * made to be read. What the stream computes event by event is tested against it; they share value types and nothing
 * else.
 */
package dev.segue.domain.reference;
