package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.option.StateBackend;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A lower bound for a pipeline that emits whole plays early and includes late events, with Flink's state and timers:
 * the floor, plus storing the times of each event and as many bytes as its play takes in a record, plus copying those
 * bytes of a session together every ten minutes if it changed. It makes no decisions, does not sort, sum or encode; it
 * writes bytes from a tape.
 */
final class LowerBound {

    /** How often plays were copied together. */
    static final String EMISSIONS = "emissions";

    /** Size of a play of {@link dev.segue.benchmarks.history.ListeningLog} in a record. */
    static final int PLAY_BYTES = 59;

    private static final byte[] SOME_PLAY = new byte[PLAY_BYTES];

    private static final int TO = Long.BYTES;
    private static final int PLAY = TO + Long.BYTES;
    private static final int EVENT_BYTES = PLAY + PLAY_BYTES;

    private static final long GAP_MS = SideRun.RULES.gapMs();
    private static final long EARLY_MS = SideRun.RULES.earlyFiringIntervalMs();

    private LowerBound() {}

    static void define(
            DataStream<Received<PlaybackRecord>> received, StateBackend backend, Tape tape, Topics topics, Sinks like) {
        Floor.write(
                UsableEvents.of(received)
                        .keyBy(PlaybackEvent::listener, Types.STRING)
                        .process(
                                switch (backend) {
                                    case HASHMAP -> new InOneArray(tape);
                                    case ROCKSDB -> new InAList(tape);
                                })
                        .returns(Types.LONG)
                        .uid("remember"),
                tape,
                topics,
                like);
    }

    /** The common part of both state backends; events stay in order of arrival. */
    private abstract static class Remembering extends KeyedProcessFunction<String, PlaybackEvent, Long> {

        private static final long serialVersionUID = 1L;

        private final long events;
        private final long records;
        private final long lookEveryMs;
        private long received;
        private long written;

        private transient LongCounter emissions;

        Remembering(Tape tape, long lookEveryMs) {
            events = tape.events();
            records = tape.records();
            this.lookEveryMs = lookEveryMs;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            emissions = new LongCounter();
            getRuntimeContext().addAccumulator(EMISSIONS, emissions);
        }

        @Override
        public final void processElement(PlaybackEvent event, Context context, Collector<Long> out) throws Exception {
            received++;
            remember(event, ((TrackEnded) event.detail()).startedAt(), context);
        }

        abstract void remember(PlaybackEvent event, long startedAt, Context context) throws Exception;

        @Override
        public final void onTimer(long time, OnTimerContext context, Collector<Long> out) throws Exception {
            while (written < records * received / events) {
                out.collect(written++);
            }
            ByteBuffer all = stored();
            if (all == null) {
                return;
            }
            if (isToPurge(time)) {
                int settled = settled(all, time);
                if (settled > 0) {
                    purge(settled);
                }
                return;
            }
            long end = latestEnd(all);
            look(all, end, time);
            if (time <= end + GAP_MS) {
                lookAgainAt(time + lookEveryMs, context);
            } else {
                forgetAfter(end, context);
            }
        }

        /** All stored events of the listener, up to the buffer's limit; null if there are none. */
        abstract ByteBuffer stored() throws Exception;

        /** Purges that many bytes of the oldest events. */
        abstract void purge(int bytes) throws Exception;

        static void write(PlaybackEvent event, long startedAt, ByteBuffer to, int at) {
            to.putLong(at, startedAt);
            to.putLong(at + TO, event.occurredAt());
            to.put(at + PLAY, SOME_PLAY);
        }

        private static long latestEnd(ByteBuffer all) {
            long latest = Long.MIN_VALUE;
            for (int at = 0; at < all.limit(); at += EVENT_BYTES) {
                latest = Math.max(latest, all.getLong(at + TO));
            }
            return latest;
        }

        private void look(ByteBuffer all, long end, long time) {
            int first = runningFrom(all);
            boolean firstLook = time <= all.getLong(first + TO) + lookEveryMs;
            boolean acceptedSinceLastTime = end > time + SideRun.OUT_OF_ORDERNESS_MS - lookEveryMs;
            if (firstLook || acceptedSinceLastTime) {
                emissions.add(plays(all, first).length > 0 ? 1 : 0);
            }
        }

        /** Start of the latest events without a gap between them. */
        private static int runningFrom(ByteBuffer all) {
            int first = all.limit() - EVENT_BYTES;
            while (first > 0 && all.getLong(first) <= all.getLong(first - EVENT_BYTES + TO) + GAP_MS) {
                first -= EVENT_BYTES;
            }
            return first;
        }

        private static byte[] plays(ByteBuffer all, int first) {
            byte[] plays = new byte[(all.limit() - first) / EVENT_BYTES * PLAY_BYTES];
            int made = 0;
            for (int at = first; at < all.limit(); at += EVENT_BYTES) {
                all.get(at + PLAY, plays, made, PLAY_BYTES);
                made += PLAY_BYTES;
            }
            return plays;
        }

        private static int settled(ByteBuffer all, long time) {
            int settled = 0;
            while (settled < all.limit() && all.getLong(settled + TO) + SideRun.RULES.settlingMs() < time) {
                settled += EVENT_BYTES;
            }
            return settled;
        }

        /** Uses an even time, which distinguishes it from the odd time of a purge. */
        static void lookAgainAt(long time, Context context) {
            context.timerService().registerEventTimeTimer(time & ~1);
        }

        private static void forgetAfter(long end, Context context) {
            context.timerService().registerEventTimeTimer((end + SideRun.RULES.settlingMs() + 1) | 1);
        }

        private static boolean isToPurge(long time) {
            return (time & 1) == 1;
        }
    }

    /** The stored events of a listener on the heap: the first {@code length} bytes of an array. */
    public static final class Remembered {
        public byte[] bytes = new byte[4 * EVENT_BYTES];
        public int length;
    }

    /** Stores events on the heap, in one array, which is cheapest to append to. */
    private static final class InOneArray extends Remembering {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Remembered> state;

        InOneArray(Tape tape) {
            super(tape, EARLY_MS);
        }

        @Override
        public void open(OpenContext context) throws Exception {
            super.open(context);
            state = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("remembered", TypeInformation.of(Remembered.class)));
        }

        @Override
        void remember(PlaybackEvent event, long startedAt, Context context) throws Exception {
            Remembered known = state.value();
            Remembered all = known == null ? new Remembered() : known;
            if (all.length == all.bytes.length) {
                all.bytes = Arrays.copyOf(all.bytes, 2 * all.length);
            }
            ByteBuffer buffer = ByteBuffer.wrap(all.bytes);
            int last = all.length - EVENT_BYTES;
            if (last < 0 || startedAt > buffer.getLong(last + TO) + GAP_MS) {
                lookAgainAt(event.occurredAt() + EARLY_MS, context);
            }
            write(event, startedAt, buffer, all.length);
            all.length += EVENT_BYTES;
            state.update(all);
        }

        @Override
        ByteBuffer stored() throws Exception {
            Remembered all = state.value();
            return all == null ? null : ByteBuffer.wrap(all.bytes).limit(all.length);
        }

        @Override
        void purge(int bytes) throws Exception {
            Remembered all = state.value();
            all.length -= bytes;
            if (all.length == 0) {
                state.clear();
                return;
            }
            System.arraycopy(all.bytes, bytes, all.bytes, 0, all.length);
            state.update(all);
        }
    }

    /**
     * Stores events in RocksDB, in a list, which can be appended to without reading it. It checks at the same times for
     * all listeners, because it would have to read to know others; and less often, because a session spans more of
     * these times.
     */
    private static final class InAList extends Remembering {

        private static final long serialVersionUID = 1L;

        private static final long SLOT_MS = EARLY_MS * 5 / 4;

        private transient ListState<byte[]> state;
        private transient ByteBuffer all;

        InAList(Tape tape) {
            super(tape, SLOT_MS);
        }

        @Override
        public void open(OpenContext context) throws Exception {
            super.open(context);
            state = getRuntimeContext()
                    .getListState(new ListStateDescriptor<>(
                            "remembered", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
            all = ByteBuffer.allocate(100 * EVENT_BYTES);
        }

        @Override
        void remember(PlaybackEvent event, long startedAt, Context context) throws Exception {
            ByteBuffer one = ByteBuffer.allocate(EVENT_BYTES);
            write(event, startedAt, one, 0);
            state.add(one.array());
            lookAgainAt((event.occurredAt() / SLOT_MS + 1) * SLOT_MS, context);
        }

        @Override
        ByteBuffer stored() throws Exception {
            all.clear();
            for (byte[] one : state.get()) {
                if (!all.hasRemaining()) {
                    all = ByteBuffer.allocate(2 * all.capacity()).put(all.flip());
                }
                all.put(one);
            }
            return all.position() == 0 ? null : all.flip();
        }

        @Override
        void purge(int bytes) throws Exception {
            if (bytes == all.limit()) {
                state.clear();
            }
        }
    }
}
