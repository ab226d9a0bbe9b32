package dev.segue.domain.kpi;

import dev.segue.domain.listening.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first song of an edition at which clearly more of its listeners leave than in earlier ones: of the runs that reached it,
 * a greater share ended with it. Earlier songs are not to blame for that, as these runs got past them.
 *
 * @param song its number in the run, from 1
 * @param now the share in this edition, 0 to 1
 * @param then the share in the earlier ones together, 0 to 1
 */
public record Leaving(int song, double now, double then) {

    /** By so many standard errors the shares must differ: all songs are tried, so chance alone has many attempts. */
    static final double LEAST_ERRORS = 3.5;

    /** By so much, as a share of the greater one, they must differ. */
    static final double LEAST_EFFECT = 0.33;

    /** By so much they must differ: editions differ among themselves, which matters where many listen. */
    static final double LEAST_DIFFERENCE = 0.05;

    /**
     * The first such song; empty if there is none.
     *
     * @param earlier at the same age; one or more
     */
    public static Optional<Leaving> of(EditionToDate edition, List<EditionToDate> earlier) {
        return IntStream.rangeClosed(1, Run.MOST_NUMBERED)
                .mapToObj(song -> at(song, edition, earlier))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Leaving> at(int song, EditionToDate edition, List<EditionToDate> earlier) {
        double reached = edition.reached(song);
        double reachedThen =
                earlier.stream().mapToLong(other -> other.reached(song)).sum();
        if (Math.min(reached, reachedThen) < EditionToDate.LEAST_RUNS) {
            return Optional.empty();
        }
        double ended = edition.endedAt(song);
        double endedThen =
                earlier.stream().mapToLong(other -> other.endedAt(song)).sum();
        Leaving leaving = new Leaving(song, ended / reached, endedThen / reachedThen);
        double all = (ended + endedThen) / (reached + reachedThen);
        double error = Math.sqrt(all * (1 - all) * (1 / reached + 1 / reachedThen));
        double difference = leaving.now() - leaving.then();
        return difference > LEAST_ERRORS * error
                        && difference >= LEAST_EFFECT * leaving.now()
                        && difference >= LEAST_DIFFERENCE
                ? Optional.of(leaving)
                : Optional.empty();
    }
}
