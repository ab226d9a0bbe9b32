package dev.segue.domain.signal;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.signal.RecentEvent.Started;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import java.util.List;

/** Finds the current run: on the device of the latest play, unless something has broken it since. */
final class RunNow {

    private RunNow() {}

    /**
     * The current run.
     *
     * @param plays in play order
     * @param starts in order
     * @return null if there is none
     */
    static CurrentRun in(List<Play> plays, List<Started> starts, List<Runs.Search> searches, ListeningRules rules) {
        Play latest = latest(plays);
        Started newest = starts.isEmpty() ? null : starts.get(starts.size() - 1);
        if (latest == null) {
            return null;
        }
        boolean nextHasBegun = newest != null && newest.at() >= latest.endedAt();
        String device = nextHasBegun ? newest.deviceId() : latest.device().id();
        PlayContext next = nextHasBegun ? newest.context() : null;
        Run run = newestOn(device, Runs.in(plays, searches, rules));
        if (run == null || (next != null && !next.equals(run.context())) || isBroken(run, plays, searches)) {
            return null;
        }
        return new CurrentRun(run.context(), run.songs(), run.skips().total());
    }

    private static Play latest(List<Play> plays) {
        Play latest = null;
        for (Play play : plays) {
            latest = latest == null || play.endedAt() >= latest.endedAt() ? play : latest;
        }
        return latest;
    }

    private static Run newestOn(String device, List<Run> runs) {
        Run newest = null;
        for (Run run : runs) {
            newest = run.deviceId().equals(device) ? run : newest;
        }
        return newest;
    }

    private static boolean isBroken(Run run, List<Play> plays, List<Runs.Search> searches) {
        for (Runs.Search search : searches) {
            if (search.deviceId().equals(run.deviceId()) && search.at() >= run.endedAt()) {
                return true;
            }
        }
        for (int i = plays.size() - 1; i >= 0; i--) {
            Play play = plays.get(i);
            if (play.context() != null && play.device().id().equals(run.deviceId())) {
                return !play.context().equals(run.context());
            }
        }
        return false;
    }
}
