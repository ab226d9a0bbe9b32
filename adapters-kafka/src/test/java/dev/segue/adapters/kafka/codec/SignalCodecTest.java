package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.AdJudgement;
import dev.segue.contracts.AdVerdict;
import dev.segue.contracts.ContextType;
import dev.segue.contracts.CurrentRun;
import dev.segue.contracts.LeftOutSong;
import dev.segue.contracts.Mood;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.NextSong;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.RankingFactor;
import dev.segue.contracts.SessionSoFar;
import dev.segue.contracts.SignalCause;
import dev.segue.contracts.Skips;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.Heading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SignalCodec codec = new SignalCodec(registry, "listening.signals");
    private final RecordReader<dev.segue.contracts.Signal> reader =
            new RecordReader<>(registry, dev.segue.contracts.Signal.getClassSchema());

    private static final Signal FULL = new Signal(
            "anna",
            1_700,
            new Signal.Trigger("event", Signal.Cause.TRACK_SKIPPED, true),
            1_500,
            new Signal.SessionSoFar(1_000, 12, 9, new dev.segue.domain.listening.Skips(1, 2, 3), 456_000),
            new Signal.CurrentRun(
                    new dev.segue.domain.playback.PlayContext(
                            dev.segue.domain.playback.PlayContext.Type.PLAYLIST, "weekly", "w10"),
                    5,
                    2),
            1,
            new dev.segue.domain.listening.Mood(Quadrant.CALM, 712, 201, 950),
            new Heading(733, 150),
            List.of(
                    new Signal.NextSong("first", 1_000, List.of()),
                    new Signal.NextSong("second", 499, List.of(new Factor("close", 998), new Factor("variety", 500)))),
            List.of(new Signal.LeftOut("skipped", 999, List.of(new Factor("not-skipped", 0)))),
            new Signal.AdJudgement(Verdict.HOLD, "while-skipping", "The listener has skipped the last song."),
            "1-ab");

    private static final Signal BARE = new Signal(
            "anna",
            1,
            new Signal.Trigger("event", Signal.Cause.PAUSED, false),
            1,
            new Signal.SessionSoFar(1, 0, 0, dev.segue.domain.listening.Skips.NONE, 0),
            null,
            0,
            new dev.segue.domain.listening.Mood(Quadrant.UNKNOWN, 0, 0, 0),
            null,
            List.of(),
            List.of(),
            new Signal.AdJudgement(Verdict.PLAY, "no-objection", "No policy objects to an ad now."),
            "1-ab");

    @Test
    void a_signal_is_written_whole() throws UnusableRecord {
        assertThat(reader.read(codec.encode(FULL)))
                .isEqualTo(new dev.segue.contracts.Signal(
                        "anna",
                        1_700L,
                        "event",
                        SignalCause.TRACK_SKIPPED,
                        true,
                        Instant.ofEpochMilli(1_500),
                        new SessionSoFar(Instant.ofEpochMilli(1_000), 12, 9, new Skips(1, 2, 3), 456_000L),
                        new CurrentRun(new PlayContext(ContextType.PLAYLIST, "weekly", "w10"), 5, 2),
                        1,
                        new Mood(MoodQuadrant.CALM, 0.712, 0.201, 0.95),
                        0.733,
                        0.15,
                        List.of(
                                new NextSong("first", 1.0, List.of()),
                                new NextSong(
                                        "second",
                                        0.499,
                                        List.of(new RankingFactor("close", 0.998), new RankingFactor("variety", 0.5)))),
                        List.of(new LeftOutSong("skipped", 0.999, List.of(new RankingFactor("not-skipped", 0.0)))),
                        new AdJudgement(AdVerdict.HOLD, "while-skipping", "The listener has skipped the last song."),
                        "1-ab"));
    }

    @Test
    void what_is_not_known_is_null() throws UnusableRecord {
        dev.segue.contracts.Signal written = reader.read(codec.encode(BARE));

        assertThat(written.getRun()).isNull();
        assertThat(written.getHeadingValence()).isNull();
        assertThat(written.getHeadingEnergy()).isNull();
        assertThat(written.getMood()).isEqualTo(new Mood(MoodQuadrant.UNKNOWN, null, null, 0.0));
        assertThat(written.getAd().getVerdict()).isEqualTo(AdVerdict.PLAY);
    }

    @Test
    void what_was_written_is_read_back() throws UnusableRecord {
        assertThat(codec.decode(codec.encode(FULL))).isEqualTo(FULL);
        assertThat(codec.decode(codec.encode(BARE))).isEqualTo(BARE);
    }

    @Test
    void who_does_not_know_the_verdict_holds() throws UnusableRecord {
        dev.segue.contracts.Signal written = dev.segue.contracts.Signal.newBuilder(reader.read(codec.encode(BARE)))
                .setAd(new AdJudgement(AdVerdict.UNKNOWN, "another", "Written by a later version."))
                .build();
        byte[] value = new RecordWriter<dev.segue.contracts.Signal>(
                        registry, "listening.signals", dev.segue.contracts.Signal.getClassSchema())
                .write(written);

        assertThat(codec.decode(value).ad().verdict()).isEqualTo(Verdict.HOLD);
    }

    @Test
    void bytes_that_are_no_signal_are_refused() {
        assertThatThrownBy(() -> codec.decode(new byte[] {1})).isInstanceOf(UnusableRecord.class);
    }
}
