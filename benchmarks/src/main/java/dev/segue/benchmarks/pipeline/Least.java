package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.playback.Arrival;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The least that anything does which tells sessions early and exactly: the floor, and of each event 40 bytes that are
 * remembered for as long as a late one may still join its session, with one timer for each listener, which looks whether the
 * session runs on. It decides nothing, and what it writes is copied from a tape.
 */
final class Least {

    private Least() {}

    static void define(DataStream<Arrival> arrivals, Tape tape, Topics topics, Sinks like) {
        Floor.write(
                HeardEvents.of(arrivals)
                        .keyBy(PlaybackEvent::listener, Types.STRING)
                        .process(new Remembering(tape.events(), tape.records()))
                        .returns(Types.LONG)
                        .uid("remember"),
                tape,
                topics,
                like);
    }

    private static final class Remembering extends KeyedProcessFunction<String, PlaybackEvent, Long> {

        private static final long serialVersionUID = 1L;

        private static final int BYTES = 5 * Long.BYTES;
        private static final int OF_END = Long.BYTES;

        private final long events;
        private final long records;
        private long heard;
        private long written;

        private transient ValueState<byte[]> remembered;

        Remembering(long events, long records) {
            this.events = events;
            this.records = records;
        }

        @Override
        public void open(OpenContext context) {
            remembered = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>(
                            "remembered", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        }

        @Override
        public void processElement(PlaybackEvent event, Context context, Collector<Long> out) throws Exception {
            heard++;
            byte[] before = remembered.value();
            int length = before == null ? 0 : before.length;
            ByteBuffer after = ByteBuffer.allocate(length + BYTES);
            if (before == null) {
                lookAgainAt(event.occurredAt() + SideRun.RULES.earlyResultsMs(), context);
            } else {
                after.put(before);
            }
            TrackEnded ended = (TrackEnded) event.detail();
            after.putLong(ended.startedAt())
                    .putLong(event.occurredAt())
                    .putLong(ended.playedMs())
                    .putLong(event.eventId().hashCode())
                    .putLong(ended.trackId().hashCode());
            remembered.update(after.array());
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<Long> out) throws Exception {
            while (written < records * heard / events) {
                out.collect(written++);
            }
            ByteBuffer all = ByteBuffer.wrap(remembered.value());
            long kept = SideRun.RULES.gapMs() + SideRun.RULES.horizonMs() + SideRun.RULES.maxPlayMs();
            int from = 0;
            while (from < all.limit() && all.getLong(from + OF_END) + kept < time) {
                from += BYTES;
            }
            if (from == all.limit()) {
                remembered.clear();
                return;
            }
            if (from > 0) {
                byte[] rest = new byte[all.limit() - from];
                all.get(from, rest);
                remembered.update(rest);
            }
            long end = Long.MIN_VALUE;
            for (int i = from; i < all.limit(); i += BYTES) {
                end = Math.max(end, all.getLong(i + OF_END));
            }
            boolean runsOn = time <= end + SideRun.RULES.gapMs();
            lookAgainAt(runsOn ? time + SideRun.RULES.earlyResultsMs() : end + kept + 1, context);
        }

        private static void lookAgainAt(long time, Context context) {
            context.timerService().registerEventTimeTimer(time);
        }
    }
}
