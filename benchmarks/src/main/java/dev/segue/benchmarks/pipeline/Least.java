package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.flink.type.PackedActivities;
import dev.segue.adapters.flink.type.SegueTypes;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Activity;
import dev.segue.domain.session.ActivityPages.Leaf;
import dev.segue.domain.session.ActivityPages.Page;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What is left of Segue without its rules: the floor, each event remembered as Segue does, for as long as a late one may
 * still join its session, and the plays of a session unpacked and encoded every ten minutes while new ones come. It
 * decides nothing: events stay in the order in which they came, nothing is added up or looked for, no session is encoded,
 * and what it writes is copied from a tape.
 */
final class Least {

    private Least() {}

    static void define(DataStream<Arrival> arrivals, Tape tape, Topics topics, Sinks like) {
        Floor.write(
                HeardEvents.of(arrivals)
                        .keyBy(PlaybackEvent::listener, Types.STRING)
                        .process(new Remembering(tape.events(), tape.records(), like.registry(), topics.plays()))
                        .returns(Types.LONG)
                        .uid("remember"),
                tape,
                topics,
                like);
    }

    private static final class Remembering extends KeyedProcessFunction<String, PlaybackEvent, Long> {

        private static final long serialVersionUID = 1L;

        private static final long GAP_MS = SideRun.RULES.gapMs();
        private static final long EARLY_MS = SideRun.RULES.earlyResultsMs();

        private final long events;
        private final long records;
        private final RegistryAccess registry;
        private final String topic;
        private long heard;
        private long written;

        private transient ValueState<Page> remembered;
        private transient PlaysCodec codec;

        Remembering(long events, long records, RegistryAccess registry, String topic) {
            this.events = events;
            this.records = records;
            this.registry = registry;
            this.topic = topic;
        }

        @Override
        public void open(OpenContext context) {
            remembered = getRuntimeContext().getState(new ValueStateDescriptor<>("remembered", SegueTypes.PAGES));
            codec = new PlaysCodec(registry.connect(), topic);
        }

        @Override
        public void processElement(PlaybackEvent event, Context context, Collector<Long> out) throws Exception {
            heard++;
            long begins = ((TrackEnded) event.detail()).startedAt();
            Activity activity = new Activity(begins, event.occurredAt(), true, event.occurredAt(), event);
            Leaf leaf = (Leaf) remembered.value();
            if (leaf == null) {
                lookAgainAt(event.occurredAt() + EARLY_MS, context);
                remembered.update(new Leaf(PackedActivities.of(List.of(activity))));
                return;
            }
            List<Activity> all = leaf.activities();
            if (begins > all.get(all.size() - 1).to() + GAP_MS) {
                lookAgainAt(event.occurredAt() + EARLY_MS, context);
            }
            all.add(activity);
            remembered.update(leaf);
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<Long> out) throws Exception {
            while (written < records * heard / events) {
                out.collect(written++);
            }
            Leaf leaf = (Leaf) remembered.value();
            if (leaf == null) {
                return;
            }
            List<Activity> all = leaf.activities();
            if (isToForget(time)) {
                forget(leaf, time);
                return;
            }
            long end = latestEnd(all);
            List<Activity> session = running(all);
            boolean firstLook = time <= session.get(0).to() + EARLY_MS;
            boolean heardSinceLastTime = end > time + SideRun.OUT_OF_ORDERNESS_MS - EARLY_MS;
            if (firstLook || heardSinceLastTime) {
                encode(context.getCurrentKey(), session);
            }
            if (time <= end + GAP_MS) {
                lookAgainAt(time + EARLY_MS, context);
            } else {
                forgetAfter(end, context);
            }
        }

        /** What is left is of a later session, which sets a time of its own. */
        private void forget(Leaf leaf, long time) throws Exception {
            List<Activity> all = leaf.activities();
            int settled = 0;
            while (settled < all.size() && all.get(settled).to() + SideRun.RULES.settlingMs() < time) {
                settled++;
            }
            if (settled == all.size()) {
                remembered.clear();
            } else if (settled > 0) {
                all.subList(0, settled).clear();
                remembered.update(leaf);
            }
        }

        private static long latestEnd(List<Activity> all) {
            long latest = Long.MIN_VALUE;
            for (Activity activity : all) {
                latest = Math.max(latest, activity.to());
            }
            return latest;
        }

        /** Those that came last, with no gap between them. */
        private static List<Activity> running(List<Activity> all) {
            int first = all.size() - 1;
            while (first > 0 && all.get(first).from() <= all.get(first - 1).to() + GAP_MS) {
                first--;
            }
            return all.subList(first, all.size());
        }

        private void encode(String listener, List<Activity> session) {
            SessionId id = SessionId.of(listener, session.get(0).from());
            for (int from = 0; from < session.size(); from += PlaysOfSession.MOST_PLAYS) {
                int before = Math.min(session.size(), from + PlaysOfSession.MOST_PLAYS);
                List<Play> plays = new ArrayList<>(before - from);
                for (Activity activity : session.subList(from, before)) {
                    plays.add(Play.of(activity.event(), SideRun.RULES.maxPlayMs()));
                }
                codec.encode(new PlaysOfSession(listener, id, from / PlaysOfSession.MOST_PLAYS, 1, plays));
            }
        }

        /** At an even time, so that it is known from a time to forget. */
        private static void lookAgainAt(long time, Context context) {
            context.timerService().registerEventTimeTimer(time & ~1);
        }

        private static void forgetAfter(long end, Context context) {
            context.timerService().registerEventTimeTimer((end + SideRun.RULES.settlingMs() + 1) | 1);
        }

        private static boolean isToForget(long time) {
            return (time & 1) == 1;
        }
    }
}
