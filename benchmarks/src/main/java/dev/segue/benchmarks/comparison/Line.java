package dev.segue.benchmarks.comparison;

import dev.segue.adapters.files.source.InThisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Arriving events as a Flink stream in order of arrival, each element followed by the acceptance clock at that time;
 * afterwards, it knows when the clock reached which time. Before the first arrival and after the last one the clock
 * advances as it would with other listeners, so it has started at the beginning, and everything closes at the end.
 */
final class Line {

    /** Number of partitions of the playback topic. */
    static final int PARTITIONS = 4;

    private static final Duration GOES_ON = Duration.ofHours(12);
    private static final Duration STEP = Duration.ofMinutes(1);

    private record Moment(Object what, long timestamp, long clock, long at) {}

    private final List<Moment> moments = new ArrayList<>();

    private Line() {}

    /** One element of the stream, and its event time. */
    record Element(Object what, long timestamp) {}

    /**
     * The line of some arriving events.
     *
     * @param arrived at least one event, in order of arrival
     * @param elements the stream elements of each event; at least one
     */
    static Line of(List<Arrived> arrived, Function<Arrived, List<Element>> elements) {
        Line line = new Line();
        LineClock clock = new LineClock(PARTITIONS);
        long at = arrived.get(0).at();
        long now = at - LineClock.OUT_OF_ORDERNESS_MS;
        line.moments.add(new Moment(null, now, now, at));
        for (Arrived each : arrived) {
            at = each.at();
            Iterator<Element> some = elements.apply(each).iterator();
            while (some.hasNext()) {
                Element element = some.next();
                if (!some.hasNext()) {
                    now = Math.max(now, clock.after(each));
                }
                line.moments.add(new Moment(element.what, element.timestamp, now, at));
            }
        }
        for (long end = at + GOES_ON.toMillis(); at <= end; at += STEP.toMillis()) {
            now = Math.max(now, at - LineClock.OUT_OF_ORDERNESS_MS);
            line.moments.add(new Moment(null, now, now, at));
        }
        return line;
    }

    /**
     * The line as a stream.
     *
     * @param here passes the line to the source
     */
    @SuppressWarnings("unchecked") // the elements have the type that their producer chose
    static <T> DataStream<T> stream(
            StreamExecutionEnvironment flink, InThisProcess<Line> here, TypeInformation<T> type) {
        NumberSequenceSource numbers =
                new NumberSequenceSource(0, here.get().moments.size() - 1L);
        return flink.fromSource(numbers, WatermarkStrategy.noWatermarks(), "moments")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forGenerator(context -> new ByMoment(here))
                        .withTimestampAssigner((number, none) -> here.get().moment(number).timestamp))
                .flatMap((Long number, Collector<T> out) -> {
                    Object what = here.get().moment(number).what;
                    if (what != null) {
                        out.collect((T) what);
                    }
                })
                .returns(type);
    }

    /** When, by the clock of arrival, the acceptance clock first reached that time. */
    long whenItWas(long clock) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle).clock >= clock) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return moments.get(low).at;
    }

    private Moment moment(long number) {
        return moments.get((int) number);
    }

    private static final class ByMoment implements WatermarkGenerator<Long> {

        private final InThisProcess<Line> here;

        ByMoment(InThisProcess<Line> here) {
            this.here = here;
        }

        @Override
        public void onEvent(Long number, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(here.get().moment(number).clock));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // The wall clock has no effect.
        }
    }
}
