package dev.segue.domain.reference;

import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Groups the plays of a session into runs. */
final class Runs {

    private static final Set<PlayContext.Type> ALL_KINDS =
            Set.of(PlayContext.Type.PLAYLIST, PlayContext.Type.ALBUM, PlayContext.Type.RADIO);

    private Runs() {}

    /** The runs from playlists, in the order of their first plays. */
    static List<Run> fromPlaylists(List<PlaybackEvent> events, SessionRules rules) {
        return of(events, rules).stream()
                .filter(run -> run.context().type() == PlayContext.Type.PLAYLIST)
                .toList();
    }

    /** The runs from albums and radios, in the order of their first plays. */
    static List<Run> fromElsewhere(List<PlaybackEvent> events, SessionRules rules) {
        return of(events, rules).stream()
                .filter(run -> run.context().type() != PlayContext.Type.PLAYLIST)
                .toList();
    }

    private static List<Run> of(List<PlaybackEvent> events, SessionRules rules) {
        List<List<Play>> runs = new ArrayList<>();
        Map<String, List<Play>> runningOn = new HashMap<>();
        List<PlaybackEvent> inOrder = events.stream().sorted(Order.OF_PLAYS).toList();
        for (PlaybackEvent event : inOrder) {
            String device = event.device().id();
            if (event.detail() instanceof SearchPerformed) {
                runningOn.remove(device);
            } else if (Portrait.isPlay(event) && event.detail().context() != null) {
                PlayContext context = event.detail().context();
                List<Play> running = runningOn.get(device);
                if (running != null && !running.get(0).context().equals(context)) {
                    running = null;
                    runningOn.remove(device);
                }
                if (ALL_KINDS.contains(context.type())) {
                    if (running == null) {
                        running = new ArrayList<>();
                        runningOn.put(device, running);
                        runs.add(running);
                    }
                    running.add(Play.of(event, rules.maxPlayMs()));
                }
            }
        }
        return runs.stream().map(plays -> run(plays, rules)).toList();
    }

    private static Run run(List<Play> plays, SessionRules rules) {
        Play first = plays.get(0);
        Play last = plays.get(plays.size() - 1);
        int counted = Portrait.counted(plays, rules.listening());
        return new Run(
                first.context(),
                first.device().id(),
                first.device().type(),
                first.startedAt(),
                plays.stream().mapToLong(Play::endedAt).max().orElseThrow(),
                plays.size(),
                counted,
                Portrait.skips(plays, rules.listening()),
                IntStream.rangeClosed(1, Math.min(plays.size(), 31))
                        .filter(number -> plays.get(number - 1).isSkip())
                        .boxed()
                        .toList(),
                Portrait.listenedMs(plays),
                longestUnskipped(plays),
                last.isSkip() && counted < Run.SETTLED_IN);
    }

    private static int longestUnskipped(List<Play> plays) {
        int longest = 0;
        int current = 0;
        for (Play play : plays) {
            current = play.isSkip() ? 0 : current + 1;
            longest = Math.max(longest, current);
        }
        return longest;
    }
}
