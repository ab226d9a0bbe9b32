package dev.segue.adapters.web.store.packed;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Unpacking returns what was packed, including the smallest and greatest values. */
class PackedTest {

    @Test
    void a_revision_survives() {
        Change.Revision added = aSessionOf("anna")
                .from("09:15")
                .play("a", 200)
                .skip("b", 3)
                .revision(7, Change.Status.CORRECTED, true, Clocks.NOT_STARTED);

        assertThat(PackedRevision.unpack(
                        PackedRevision.pack(added), added.sessionId().value(), "anna"))
                .isEqualTo(added);
    }

    @Test
    void plays_survive_but_for_ids_that_are_not_shown() {
        List<Play> plays = List.of(
                play(EndReason.COMPLETED, new PlayContext(PlayContext.Type.ALBUM, "ü<b>", "2026-W10"), true, 1),
                play(EndReason.BACK, null, null, 2),
                play(EndReason.UNKNOWN, new PlayContext(PlayContext.Type.ALBUM, "ü<b>", "2026-W10"), false, 3));

        assertThat(PackedPlays.unpack(PackedPlays.pack(plays))).isEqualTo(plays);
    }

    @Test
    void track_kpis_survive() {
        KpiKey key = new KpiKey(
                new Subject(Subject.Kind.PLAYLIST, "weekly", "W10"),
                Place.WORLD,
                new KpiWindow(KpiWindow.Period.WEEK, LocalDateTime.parse("2026-03-02T00:00"), null));
        TrackNumbers most =
                new TrackNumbers(Integer.MAX_VALUE, 2, new Skips(Integer.MIN_VALUE, 4, Integer.MAX_VALUE), 6);
        TrackKpis kpis = new TrackKpis(
                key, new TreeMap<>(Map.of("", TrackNumbers.NONE, "ü<b>", most)), most, Clocks.NOT_STARTED);

        assertThat(PackedTracks.unpack(PackedTracks.pack(kpis), key)).isEqualTo(kpis);
    }

    @Test
    void a_row_survives() {
        KpiRow row = EmittedRow.anHour(
                        new Subject(Subject.Kind.RADIO, "r", "e"),
                        new Place("SE", "Europe/Stockholm"),
                        LocalDateTime.parse("2026-10-25T02:00"),
                        7_200)
                .listeners(9)
                .stillOpen(2)
                .row();

        assertThat(PackedRow.unpack(
                        PackedRow.pack(row),
                        row.subject(),
                        row.place(),
                        row.window().period()))
                .isEqualTo(row);
    }

    @Test
    void a_signal_survives() {
        Signal bare = new Signal(
                "anna",
                Long.MAX_VALUE,
                new Signal.Trigger("e", Signal.Cause.UNKNOWN, false),
                -1,
                new Signal.SessionSoFar(-5, 0, 0, Skips.NONE, 0),
                null,
                0,
                new Mood(Mood.Quadrant.UNKNOWN, 0, 0, 0),
                null,
                List.of(),
                List.of(),
                new AdJudgement(AdJudgement.Verdict.PLAY, "p", "r"),
                "");
        Signal rich = new Signal(
                "anna",
                2,
                new Signal.Trigger("e", Signal.Cause.AD_ENDED, true),
                1,
                new Signal.SessionSoFar(1, 4, 3, new Skips(1, 2, 3), 9),
                new Signal.CurrentRun(new PlayContext(PlayContext.Type.PLAYLIST, "x", null), 4, 1),
                3,
                new Mood(Mood.Quadrant.SAD, 1, 2, 3),
                new Signal.Heading(0, 1000),
                List.of(
                        new Signal.NextSong("s", 1000, List.of()),
                        new Signal.NextSong(
                                "t", 250, List.of(new Signal.Factor("near", 500), new Signal.Factor("other", 500)))),
                List.of(new Signal.LeftOut("u", 999, List.of(new Signal.Factor("third", 0)))),
                new AdJudgement(AdJudgement.Verdict.HOLD, "p", "r"),
                "1");

        assertThat(PackedSignal.unpack(PackedSignal.pack(bare, 7), "anna")).isEqualTo(bare);
        assertThat(PackedSignal.unpack(PackedSignal.pack(rich, 7), "anna")).isEqualTo(rich);
    }

    private static Play play(EndReason reason, PlayContext context, Boolean shuffle, int minute) {
        long from = EmittedSession.at("09:0" + minute);
        return new Play(
                "",
                null,
                from,
                from + 60_000,
                12_345,
                reason,
                null,
                minute == 2 ? null : "t" + minute,
                context,
                minute == 3 ? Device.UNKNOWN : new Device("d", Device.Type.CAR),
                shuffle,
                minute == 1,
                minute == 2 ? TrackFacts.UNKNOWN : new TrackFacts(1_000, (short) 0, (short) 1000));
    }
}
