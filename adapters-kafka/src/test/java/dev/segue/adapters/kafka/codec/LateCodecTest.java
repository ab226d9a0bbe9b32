package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.LateEvent;
import dev.segue.contracts.PlaybackEventType;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LateCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final LateCodec codec = new LateCodec(registry, "listening.late");

    @ParameterizedTest
    @MethodSource("dev.segue.adapters.kafka.codec.Samples#all")
    void a_late_event_comes_back_whole(PlaybackEvent event) throws UnusableRecord {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
        assertThat(codec.decode(codec.encode(event.correctedBy(-7_200_000)))).isEqualTo(event.correctedBy(-7_200_000));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void every_field_that_was_reported_is_written_as_it_was_reported(PlaybackEventType type) throws UnusableRecord {
        dev.segue.contracts.PlaybackEvent reported = EveryField.of(type, words -> words.get(words.size() - 1));

        assertThat(readAndFoundLate(reported)).isEqualTo(new LateEvent(reported, 3_600_000L));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void a_word_that_was_not_known_is_written_as_unknown(PlaybackEventType type) throws UnusableRecord {
        Function<List<String>, String> unknown = words -> "UNKNOWN";
        dev.segue.contracts.PlaybackEvent reported = EveryField.of(type, unknown);

        assertThat(readAndFoundLate(reported)).isEqualTo(new LateEvent(reported, 3_600_000L));
    }

    @Test
    void it_holds_the_times_as_reported_and_what_correction_added() throws UnusableRecord {
        byte[] value = codec.encode(Samples.full(Samples.ENDED).correctedBy(3_600_000));

        LateEvent late = new RecordReader<LateEvent>(registry, LateEvent.getClassSchema()).read(value);

        assertThat(late.getEvent().getOccurredAt()).isEqualTo(Instant.ofEpochMilli(NOON));
        assertThat(late.getEvent().getTrackEnded().getStartedAt()).isEqualTo(Instant.ofEpochMilli(NOON - 200_000));
        assertThat(late.getClockCorrectionMs()).isEqualTo(3_600_000);
    }

    /** The record on the late topic for an event whose device clock was found to be an hour behind. */
    private LateEvent readAndFoundLate(dev.segue.contracts.PlaybackEvent reported) throws UnusableRecord {
        byte[] value = new RecordWriter<dev.segue.contracts.PlaybackEvent>(
                        registry, "listening.playback", dev.segue.contracts.PlaybackEvent.getClassSchema())
                .write(reported);
        PlaybackEvent read = new PlaybackCodec(registry, "listening.playback").decode(value);
        return new RecordReader<LateEvent>(registry, LateEvent.getClassSchema())
                .read(codec.encode(read.correctedBy(3_600_000)));
    }
}
