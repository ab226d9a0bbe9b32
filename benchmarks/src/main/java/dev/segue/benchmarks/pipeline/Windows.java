package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Flink's own session windows with an incremental aggregate: start and end of each session, its plays and listened
 * time.
 */
final class Windows {

    private Windows() {}

    /** The running totals of a session; times in milliseconds. */
    public record Totals(long plays, long startedAt, long endedAt, long listenedMs) {}

    /** A session with its listener. */
    public record Result(String listener, long plays, long startedAt, long endedAt, long listenedMs) {}

    private static final TypeInformation<Totals> TOTALS = TypeInformation.of(Totals.class);
    private static final TypeInformation<Result> EMITTED = TypeInformation.of(Result.class);

    /**
     * Defines the pipeline.
     *
     * @param lateness how long after its end a window waits for late events
     * @param trigger when a window emits its result
     * @param like the sinks whose settings its own sink uses
     */
    static void define(
            DataStream<Received<PlaybackRecord>> received,
            Duration lateness,
            Trigger<Object, ? super TimeWindow> trigger,
            String topic,
            Sinks like) {
        DataStream<PlaybackEvent> events = UsableEvents.of(received);
        events.keyBy(PlaybackEvent::listener, Types.STRING)
                .window(EventTimeSessionWindows.withGap(Duration.ofMillis(SideRun.RULES.gapMs())))
                .allowedLateness(lateness)
                .trigger(trigger)
                .aggregate(new AddUp(), new WithListener(), TOTALS, TOTALS, EMITTED)
                .uid("session-windows")
                .sinkTo(KafkaSink.<Result>builder()
                        .setBootstrapServers(like.cluster().bootstrapServers())
                        .setKafkaProducerConfig(like.producerProperties())
                        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix(like.job())
                        .setRecordSerializer(new Records(topic))
                        .build())
                .uid("write-windows");
    }

    private static final class AddUp implements AggregateFunction<PlaybackEvent, Totals, Totals> {

        private static final long serialVersionUID = 1L;

        @Override
        public Totals createAccumulator() {
            return new Totals(0, Long.MAX_VALUE, Long.MIN_VALUE, 0);
        }

        @Override
        public Totals add(PlaybackEvent event, Totals sofar) {
            TrackEnded ended = (TrackEnded) event.detail();
            return merge(sofar, new Totals(1, ended.startedAt(), event.occurredAt(), ended.playedMs()));
        }

        @Override
        public Totals getResult(Totals totals) {
            return totals;
        }

        @Override
        public Totals merge(Totals one, Totals other) {
            return new Totals(
                    one.plays + other.plays,
                    Math.min(one.startedAt, other.startedAt),
                    Math.max(one.endedAt, other.endedAt),
                    one.listenedMs + other.listenedMs);
        }
    }

    private static final class WithListener extends ProcessWindowFunction<Totals, Result, String, TimeWindow> {

        private static final long serialVersionUID = 1L;

        @Override
        public void process(String listener, Context context, Iterable<Totals> one, Collector<Result> out) {
            for (Totals totals : one) {
                out.collect(new Result(listener, totals.plays, totals.startedAt, totals.endedAt, totals.listenedMs));
            }
        }
    }

    private record Records(String topic) implements KafkaRecordSerializationSchema<Result> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(Result result, KafkaSinkContext context, Long timestamp) {
            byte[] key = (result.listener + "/" + result.startedAt).getBytes(StandardCharsets.UTF_8);
            byte[] value = ByteBuffer.allocate(4 * Long.BYTES)
                    .putLong(result.plays)
                    .putLong(result.startedAt)
                    .putLong(result.endedAt)
                    .putLong(result.listenedMs)
                    .array();
            return new ProducerRecord<>(topic, key, value);
        }
    }
}
