package dev.segue.domain.signal;

import dev.segue.domain.listening.Skips;

/**
 * What is left of moments that are too many to be remembered one by one: their share of the session they belong to.
 *
 * @param from start of the first activity
 * @param until end of the latest
 * @param plays how many plays ended
 * @param countedPlays how many of them sounded long enough to count
 * @param listenedMs listened time, as far as nothing that is still remembered sounded meanwhile
 */
public record Beginning(long from, long until, int plays, int countedPlays, Skips skips, long listenedMs) {

    Beginning plus(Beginning next) {
        return new Beginning(
                Math.min(from, next.from),
                Math.max(until, next.until),
                plays + next.plays,
                countedPlays + next.countedPlays,
                new Skips(
                        skips.quick() + next.skips.quick(),
                        skips.early() + next.skips.early(),
                        skips.late() + next.skips.late()),
                listenedMs + next.listenedMs);
    }
}
