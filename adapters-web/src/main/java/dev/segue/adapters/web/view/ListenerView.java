package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RevisionSummary;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import java.util.List;

/**
 * One listener: sessions with plays and revisions, the latest first, and the latest signal.
 *
 * @param more how many earlier sessions are in memory beyond these
 * @param signal the newest, or null
 * @param pastSignals those before it, the newest first
 * @param presence whether the listener is still there, by that signal; null if there is none
 */
public record ListenerView(
        String id,
        List<OneSession> sessions,
        int more,
        SignalView signal,
        List<PastSignalView> pastSignals,
        Presence presence) {

    private static final int MOST_SESSIONS = 40;
    private static final int MOST_PLAYS = 500;

    /**
     * A session id.
     *
     * @param totals from the latest revision, not counting the one that superseded it; null if only that was received
     * @param story its revisions, oldest first; never empty
     * @param morePlays how many plays there are beyond {@code plays}
     */
    public record OneSession(
            String id, Totals totals, List<RevisionSummary> story, List<OnePlay> plays, int morePlays) {}

    /** The totals of a revision. Times are epoch milliseconds. */
    public record Totals(
            long startedAt,
            long endedAt,
            String country,
            String timeZone,
            int part,
            int events,
            int plays,
            int countedPlays,
            int quickSkips,
            int earlySkips,
            int lateSkips,
            long listenedMs,
            int interruptions,
            long interruptedMs,
            int devices,
            int deviceChanges,
            int runCount,
            int longestRun,
            List<OneRun> runs,
            Mood mood,
            long settledAfter,
            String rulesVersion) {}

    /** A run of a playlist, album or radio. */
    public record OneRun(
            PlayContext context,
            String device,
            long startedAt,
            long endedAt,
            int songs,
            int skips,
            boolean abandoned) {}

    /**
     * A play.
     *
     * @param track null if it was not reported
     * @param skip the class of the skip, or null if the play was not skipped
     * @param valence in thousandths, or null
     * @param energy in thousandths, or null
     */
    public record OnePlay(
            long startedAt,
            long endedAt,
            long playedMs,
            String endReason,
            String skip,
            TrackView track,
            PlayContext context,
            String device,
            String deviceType,
            Boolean shuffle,
            boolean offline,
            Integer valence,
            Integer energy) {}

    static ListenerView of(Memory memory, String id, long now) {
        Memory.ListenerStory story = memory.listener(id, MOST_SESSIONS);
        return new ListenerView(
                id,
                story.sessions().stream()
                        .map(session -> session(session, memory))
                        .toList(),
                story.more(),
                story.signal() == null ? null : SignalView.of(memory, story.signal()),
                story.pastSignals().stream()
                        .map(signal -> PastSignalView.of(memory, signal))
                        .toList(),
                story.signal() == null ? null : presence(memory, story, now));
    }

    private static Presence presence(Memory memory, Memory.ListenerStory story, long now) {
        return Presence.of(
                story.signal().asOf(),
                story.signalReceivedAt(),
                memory.clock(Memory.Kind.SIGNALS),
                memory.newestSignalReceivedAt(),
                now,
                memory.rules().gapMs());
    }

    private static OneSession session(Memory.SessionStory of, Memory memory) {
        return new OneSession(
                of.id(),
                of.revision() == null ? null : totals(of.revision()),
                of.story(),
                of.plays().stream()
                        .limit(MOST_PLAYS)
                        .map(play -> play(play, memory))
                        .toList(),
                Math.max(0, of.plays().size() - MOST_PLAYS));
    }

    private static Totals totals(Change.Revision revision) {
        Session session = revision.session();
        return new Totals(
                session.startedAt(),
                session.endedAt(),
                session.country(),
                session.timeZone(),
                session.part(),
                session.events(),
                session.plays(),
                session.countedPlays(),
                session.skips().quick(),
                session.skips().early(),
                session.skips().late(),
                session.listenedMs(),
                session.interruptions().count(),
                session.interruptions().totalMs(),
                session.devices(),
                session.deviceChanges(),
                session.runCount(),
                session.longestRun(),
                session.runs().stream().map(ListenerView::run).toList(),
                session.mood(),
                revision.settledAfter(),
                revision.rulesVersion());
    }

    private static OneRun run(Run run) {
        return new OneRun(
                run.context(),
                run.deviceId(),
                run.startedAt(),
                run.endedAt(),
                run.songs(),
                run.skips().total(),
                run.abandoned());
    }

    private static OnePlay play(Play play, Memory memory) {
        return new OnePlay(
                play.startedAt(),
                play.endedAt(),
                play.playedMs(),
                play.endReason().name(),
                play.isSkip() ? play.skipClass(memory.rules().judging()).name() : null,
                TrackView.of(memory, play.trackId()),
                play.context(),
                play.device().id(),
                play.device().type().name(),
                play.shuffle(),
                play.offline(),
                play.track().hasMood() ? (int) play.track().valence() : null,
                play.track().hasMood() ? (int) play.track().energy() : null);
    }
}
