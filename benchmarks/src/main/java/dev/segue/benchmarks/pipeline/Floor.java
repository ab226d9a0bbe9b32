package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The minimum for any pipeline of this shape: read, decode, shuffle by listener, and write the bytes of a tape. */
final class Floor {

    private Floor() {}

    static void define(DataStream<Received<PlaybackRecord>> received, Tape tape, Topics topics, Sinks like) {
        write(
                UsableEvents.of(received)
                        .keyBy(PlaybackEvent::listener, Types.STRING)
                        .flatMap(new Pace(tape.events(), tape.records()))
                        .returns(Types.LONG)
                        .uid("pace"),
                tape,
                topics,
                like);
    }

    /** Writes the records of a tape with these numbers, as Segue's own sinks write theirs. */
    static void write(DataStream<Long> numbers, Tape tape, Topics topics, Sinks like) {
        numbers.sinkTo(KafkaSink.<Long>builder()
                        .setBootstrapServers(like.cluster().bootstrapServers())
                        .setKafkaProducerConfig(like.producerProperties())
                        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix(like.job())
                        .setRecordSerializer(new Records(tape, topics.sessions(), topics.plays()))
                        .build())
                .uid("write-tape");
    }

    /** Distributes the records evenly over the events, by number. */
    private static final class Pace implements FlatMapFunction<PlaybackEvent, Long> {

        private static final long serialVersionUID = 1L;

        private final long events;
        private final long records;
        private long received;
        private long written;

        Pace(long events, long records) {
            this.events = events;
            this.records = records;
        }

        @Override
        public void flatMap(PlaybackEvent event, Collector<Long> out) {
            received++;
            while (written < records * received / events) {
                out.collect(written);
                written++;
            }
        }
    }

    private record Records(Tape tape, String sessions, String plays) implements KafkaRecordSerializationSchema<Long> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(Long number, KafkaSinkContext context, Long timestamp) {
            long ofPlays = tape.playsAmong(number);
            boolean goesToPlays = tape.playsAmong(number + 1) > ofPlays;
            return goesToPlays
                    ? record(plays, tape.plays(), ofPlays)
                    : record(sessions, tape.sessions(), number - ofPlays);
        }

        private static ProducerRecord<byte[], byte[]> record(String topic, Tape.Track track, long number) {
            return new ProducerRecord<>(topic, track.key(number), track.value(number));
        }
    }
}
