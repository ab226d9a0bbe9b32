package dev.segue.benchmarks.comparison;

import dev.segue.adapters.files.source.InThisProcess;
import dev.segue.benchmarks.comparison.Line.Element;
import dev.segue.replay.local.InProcessSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.DynamicEventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Flink's own session windows in event time. The window of an event reaches from the start of the presence that it
 * proves to the gap after its end, so that long plays hold together, and so does a silence of exactly the gap: windows
 * that touch are merged.
 *
 * @param lateness how long after its end a window waits for late events
 * @param reading how a reader of the results recognizes that one replaces another
 */
record SessionWindows(Duration lateness, Reading reading) implements Sessionizer {

    /** How a newer result is matched with the older ones that it replaces. Windows do not report this. */
    enum Reading {
        /** By listener and start, as when writing to a table. */
        BY_START,
        /** It replaces all results within its interval: windows only ever grow. */
        BY_COVER;

        private boolean replaces(Answer older, Sum newer) {
            return switch (this) {
                case BY_START -> older.startedAt() == newer.startedAt;
                case BY_COVER -> older.startedAt() >= newer.startedAt && older.endedAt() <= newer.endedAt;
            };
        }
    }

    /** The session of a window; times in epoch milliseconds. */
    public record Sum(long startedAt, long endedAt, long lastArrivedAt, List<String> plays) {}

    /** A result of a window: its session, and the acceptance clock at emission. */
    public record Result(String listener, Sum sum, long clock) {}

    private static final TypeInformation<Stretch> STRETCHES = TypeInformation.of(Stretch.class);
    private static final TypeInformation<Sum> SUMS = TypeInformation.of(Sum.class);
    private static final TypeInformation<Result> EMITTED = TypeInformation.of(Result.class);

    @Override
    public String name() {
        String wait = lateness.toHours() > 1 ? lateness.toHours() + " h" : lateness.toMinutes() + " min";
        return "Flink's session windows, " + wait + " lateness"
                + (reading == Reading.BY_START ? ", read by start" : "");
    }

    @Override
    public List<Answer> answersTo(List<Arrived> arrived) throws Exception {
        Line line = Line.of(Stretch.withoutCopies(arrived), SessionWindows::elements);
        Reader reader = new Reader(line, reading);
        try (InThisProcess<Line> toLine = InThisProcess.leadingTo(line, Line.class);
                InThisProcess<Reader> toReader = InThisProcess.leadingTo(reader, Reader.class)) {
            StreamExecutionEnvironment flink = OwnFlink.environment();
            Line.stream(flink, toLine, STRETCHES)
                    .keyBy(Stretch::listener, Types.STRING)
                    .window(DynamicEventTimeSessionWindows.withDynamicGap(
                            (Stretch stretch) -> stretch.to() - stretch.from() + Stretch.GAP_MS))
                    .allowedLateness(lateness)
                    .aggregate(new AddUp(), new Emit(), SUMS, SUMS, EMITTED)
                    .sinkTo(new InProcessSink<>(toReader, (there, result) -> there.read(result)));
            flink.execute(name());
        }
        return reader.answers();
    }

    private static List<Element> elements(Arrived arrived) {
        return Stretch.of(arrived).stream()
                .map(stretch -> new Element(stretch, stretch.from()))
                .toList();
    }

    private static final class AddUp implements AggregateFunction<Stretch, Sum, Sum> {

        private static final long serialVersionUID = 1L;

        @Override
        public Sum createAccumulator() {
            return new Sum(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, List.of());
        }

        @Override
        public Sum add(Stretch stretch, Sum sofar) {
            List<String> plays = stretch.play() == null ? List.of() : List.of(stretch.play());
            return merge(sofar, new Sum(stretch.from(), stretch.to(), stretch.arrivedAt(), plays));
        }

        @Override
        public Sum getResult(Sum sum) {
            return sum;
        }

        @Override
        public Sum merge(Sum one, Sum other) {
            return new Sum(
                    Math.min(one.startedAt, other.startedAt),
                    Math.max(one.endedAt, other.endedAt),
                    Math.max(one.lastArrivedAt, other.lastArrivedAt),
                    Stream.concat(one.plays.stream(), other.plays.stream()).toList());
        }
    }

    private static final class Emit extends ProcessWindowFunction<Sum, Result, String, TimeWindow> {

        private static final long serialVersionUID = 1L;

        @Override
        public void process(String listener, Context context, Iterable<Sum> one, Collector<Result> out) {
            for (Sum sum : one) {
                out.collect(new Result(listener, sum, context.currentWatermark()));
            }
        }
    }

    /** Reads the results of windows, and keeps the current ones. */
    private static final class Reader {

        private final Line line;
        private final Reading reading;
        private final Map<String, List<Answer>> current = new HashMap<>();

        Reader(Line line, Reading reading) {
            this.line = line;
            this.reading = reading;
        }

        /** A window emits when it closes, and at once for each late event. */
        void read(Result result) {
            Sum sum = result.sum;
            long now = Math.max(line.whenItWas(result.clock), sum.lastArrivedAt);
            List<Answer> ofListener = current.computeIfAbsent(result.listener, listener -> new ArrayList<>());
            long first = now;
            for (Iterator<Answer> each = ofListener.iterator(); each.hasNext(); ) {
                Answer older = each.next();
                if (reading.replaces(older, sum)) {
                    first = Math.min(first, older.firstAt());
                    each.remove();
                }
            }
            ofListener.add(new Answer(result.listener, sum.startedAt, sum.endedAt, Set.copyOf(sum.plays), first, now));
        }

        List<Answer> answers() {
            return current.values().stream().flatMap(List::stream).toList();
        }
    }
}
