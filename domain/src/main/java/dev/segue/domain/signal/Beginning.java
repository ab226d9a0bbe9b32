package dev.segue.domain.signal;

import dev.segue.domain.listening.Skips;

/**
 * The aggregated beginning of a session: its oldest events, which are too many to be retained one by one.
 *
 * @param from start of the first activity
 * @param until end of the latest
 * @param plays how many plays ended
 * @param countedPlays how many of them were played long enough to count
 * @param listenedMs listened time, except while a play that is still retained sounded
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
