package dev.segue.adapters.files.history;

import static java.util.Comparator.comparingLong;

import dev.segue.domain.merge.ServiceMerge;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which plays of one listener another service reports, too, and which of both counts. */
final class MergedPlays {

    private final ReportedPlays plays;
    /** For each play that does not count, by its key, the one that counts in its place. */
    private final Map<Long, Integer> counting = new HashMap<>();

    private MergedPlays(ReportedPlays plays) {
        this.plays = plays;
    }

    /** Applies the rule to all plays of a listener. */
    static MergedPlays of(ReportedPlays plays) {
        MergedPlays merged = new MergedPlays(plays);
        List<Integer> once = once(plays);
        for (int from = 0, to; from < once.size(); from = to) {
            to = from + 1;
            while (to < once.size() && plays.title(once.get(to)) == plays.title(once.get(from))) {
                to++;
            }
            merged.decide(once.subList(from, to));
        }
        return merged;
    }

    /** The event of a play, or of the play that counts in its place. */
    PlaybackEvent counted(PlaybackEvent play) {
        Integer other = counting.get(FileSurvey.keyOf(play));
        return other == null ? play : plays.event(other, play.listener());
    }

    private void decide(List<Integer> ofOneTitle) {
        if (ofOneTitle.size() == 1) {
            return;
        }
        int[] found =
                ServiceMerge.counting(ofOneTitle.stream().map(plays::reported).toList());
        for (int i = 0; i < found.length; i++) {
            if (found[i] != i) {
                counting.put(plays.key(ofOneTitle.get(i)), ofOneTitle.get(found[i]));
            }
        }
    }

    /** The plays by title, each once: a service may report one in several files, and not always by the same title. */
    private static List<Integer> once(ReportedPlays plays) {
        List<Integer> byKey = IntStream.range(0, plays.size())
                .boxed()
                .sorted(comparingLong(plays::key)
                        .thenComparingLong(plays::title)
                        .thenComparingLong(plays::artist))
                .toList();
        return IntStream.range(0, byKey.size())
                .filter(i -> i == 0 || plays.key(byKey.get(i)) != plays.key(byKey.get(i - 1)))
                .mapToObj(byKey::get)
                .sorted(comparingLong(plays::title).thenComparingLong(plays::key))
                .toList();
    }
}
