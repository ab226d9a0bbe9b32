package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.ListenedTime;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Silence;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.DynamicEventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Flink's own session windows with what Segue emits: all fields of a session, and its plays. For this they keep the
 * events, and add them up whenever the window fires. Here all events are plays, whose windows reach from their start to
 * the gap after their end. Windows know neither the number of a revision, nor which id it supersedes.
 */
final class FullWindows {

    private static final Comparator<PlaybackEvent> IN_PLAY_ORDER = Comparator.comparingLong(FullWindows::startOf)
            .thenComparingLong(PlaybackEvent::occurredAt)
            .thenComparing(PlaybackEvent::eventId);

    private FullWindows() {}

    /**
     * Defines the pipeline.
     *
     * @param trigger when a window emits its result
     */
    static DataStream<Change> define(
            DataStream<Received<PlaybackRecord>> received,
            SessionRules rules,
            Trigger<Object, ? super TimeWindow> trigger) {
        return UsableEvents.of(received)
                .keyBy(PlaybackEvent::listener, Types.STRING)
                .window(new FromStartToGap(rules.gapMs()))
                .allowedLateness(Duration.ofMillis(rules.allowedLatenessMs()))
                .trigger(trigger)
                .process(new AddUp(rules), SessionTypes.CHANGES)
                .uid("full-session-windows");
    }

    private static long startOf(PlaybackEvent event) {
        return ((TrackEnded) event.detail()).startedAt();
    }

    /** The time of an event is its end, so that all pipelines have the same clock. */
    private static final class FromStartToGap extends DynamicEventTimeSessionWindows<PlaybackEvent> {

        private static final long serialVersionUID = 1L;

        private final long gapMs;

        FromStartToGap(long gapMs) {
            super(event -> gapMs);
            this.gapMs = gapMs;
        }

        @Override
        public Collection<TimeWindow> assignWindows(
                PlaybackEvent event, long occurredAt, WindowAssignerContext context) {
            return List.of(new TimeWindow(startOf(event), occurredAt + gapMs));
        }
    }

    private static final class AddUp extends ProcessWindowFunction<PlaybackEvent, Change, String, TimeWindow> {

        private static final long serialVersionUID = 1L;

        private final SessionRules rules;

        AddUp(SessionRules rules) {
            this.rules = rules;
        }

        @Override
        public void process(String listener, Context context, Iterable<PlaybackEvent> elements, Collector<Change> out) {
            List<PlaybackEvent> events = new ArrayList<>();
            elements.forEach(events::add);
            events.sort(IN_PLAY_ORDER);
            List<Play> plays = events.stream()
                    .map(event -> Play.of(event, rules.maxPlayMs()))
                    .toList();
            Session session = session(listener, events, plays);
            boolean open = context.currentWatermark() < context.window().maxTimestamp();
            out.collect(new Revision(
                    session,
                    1,
                    open ? Status.EARLY : Status.FINAL,
                    open,
                    context.currentWatermark(),
                    session.endedAt() + rules.settlingMs(),
                    rules.version()));
            int chunk = rules.limits().playsPerChunk();
            for (int from = 0; from < plays.size(); from += chunk) {
                List<Play> some = plays.subList(from, Math.min(plays.size(), from + chunk));
                out.collect(new PlaysOfSession(listener, session.id(), from / chunk, 1, some));
            }
        }

        private Session session(String listener, List<PlaybackEvent> events, List<Play> plays) {
            PlaybackEvent first = events.get(0);
            long startedAt = startOf(first);
            long endedAt = plays.stream().mapToLong(Play::endedAt).max().orElseThrow();
            List<Run> all = Runs.in(plays, List.of(), rules.listening());
            List<Run> runs = all.stream()
                    .filter(run -> run.context().type() == PlayContext.Type.PLAYLIST)
                    .toList();
            List<Run> otherRuns = all.stream()
                    .filter(run -> run.context().type() != PlayContext.Type.PLAYLIST)
                    .toList();
            int listed = Math.min(runs.size(), Session.MOST_RUNS);
            Stretches sound = new Stretches();
            plays.forEach(play -> sound.add(play.soundedFrom(), play.endedAt()));
            Silence silence = new Silence(startedAt, Interruptions.NONE, rules.listening());
            silence.end(endedAt, sound, List.of());
            return new Session(
                    SessionId.of(listener, startedAt),
                    listener,
                    startedAt,
                    endedAt,
                    first.country(),
                    first.timeZone(),
                    first.device().type(),
                    0,
                    events.size(),
                    plays.size(),
                    (int) plays.stream()
                            .filter(play -> play.isCounted(rules.listening()))
                            .count(),
                    Skips.in(plays, rules.listening()),
                    ListenedTime.of(plays),
                    silence.interruptions(),
                    (int) plays.stream()
                            .map(play -> play.device().id())
                            .distinct()
                            .count(),
                    deviceChanges(plays),
                    runs.size(),
                    runs.subList(0, listed),
                    runs.stream().mapToInt(Run::songs).max().orElse(0),
                    otherRuns.subList(0, Math.min(otherRuns.size(), Session.MOST_RUNS - listed)),
                    Moods.of(plays, rules.listening()));
        }

        private static int deviceChanges(List<Play> plays) {
            int changes = 0;
            for (int i = 1; i < plays.size(); i++) {
                Device before = plays.get(i - 1).device();
                changes += plays.get(i).device().id().equals(before.id()) ? 0 : 1;
            }
            return changes;
        }
    }
}
