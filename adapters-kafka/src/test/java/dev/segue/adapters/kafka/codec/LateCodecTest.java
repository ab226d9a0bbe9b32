package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.LateEvent;
import dev.segue.domain.playback.PlaybackEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LateCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final LateCodec codec = new LateCodec(registry, "listening.late");

    @ParameterizedTest
    @MethodSource("dev.segue.adapters.kafka.codec.Samples#all")
    void aLateEventComesBackWhole(PlaybackEvent event) throws UnusableRecord {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
        assertThat(codec.decode(codec.encode(event.shiftedBy(-7_200_000)))).isEqualTo(event.shiftedBy(-7_200_000));
    }

    @Test
    void itTellsTheTimesAsReportedAndWhatCorrectionAdded() throws UnusableRecord {
        byte[] value = codec.encode(Samples.full(Samples.ENDED).shiftedBy(3_600_000));

        LateEvent late = new RecordReader<LateEvent>(registry, LateEvent.getClassSchema()).read(value);

        assertThat(late.getEvent().getOccurredAt()).isEqualTo(Instant.ofEpochMilli(NOON));
        assertThat(late.getEvent().getTrackEnded().getStartedAt()).isEqualTo(Instant.ofEpochMilli(NOON - 200_000));
        assertThat(late.getClockShiftMs()).isEqualTo(3_600_000);
    }
}
