package dev.segue.domain.listening;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlayTest {

    private static Play sounding(String length) {
        return aPlay().lasting("5:00").sounding(length).skipped().play();
    }

    @Test
    void a_play_holds_what_its_event_holds() {
        Play play = aPlay().withId("e1")
                .withPlayId("p1")
                .of("blue")
                .at("09:00")
                .lasting("3:00")
                .sounding("2:00")
                .endedBy(EndReason.BACK)
                .startedBy("clickrow")
                .fromPlaylist("weekly", "week 10")
                .on("laptop")
                .shuffled()
                .offline()
                .feeling(1, 2)
                .play();

        assertThat(play)
                .isEqualTo(new Play(
                        "e1",
                        "p1",
                        Times.at("09:00"),
                        Times.at("09:03"),
                        120_000,
                        EndReason.BACK,
                        "clickrow",
                        "blue",
                        new PlayContext(PlayContext.Type.PLAYLIST, "weekly", "week 10"),
                        new Device("laptop", Device.Type.COMPUTER),
                        true,
                        true,
                        new TrackFacts(0, (short) 1, (short) 2)));
        assertThat(play.soundedFrom()).isEqualTo(Times.at("09:01"));
    }

    @Test
    void played_time_is_never_longer_than_the_interval() {
        assertThat(sounding("5:00").playedMs()).isEqualTo(300_000);
        assertThat(sounding("5:00.001").playedMs()).isEqualTo(300_000);
    }

    @Test
    void played_time_is_never_negative() {
        assertThat(aPlay().sounding(-1).play().playedMs()).isZero();
    }

    @Test
    void played_time_is_never_longer_than_the_longest_play() {
        Play play = aPlay().at("00:00").until("10:00").play();

        assertThat(play.playedMs()).isEqualTo(6 * 3_600_000L);
        assertThat(play.startedAt()).isEqualTo(Times.at("00:00"));
        assertThat(play.soundedFrom()).isEqualTo(Times.at("04:00"));
    }

    @Test
    void skip_classes_begin_where_the_rules_say() {
        ListeningRules rules = ListeningRules.DEFAULT;

        assertThat(sounding("0:00").skipClass(rules)).isEqualTo(SkipClass.QUICK);
        assertThat(sounding("0:04.999").skipClass(rules)).isEqualTo(SkipClass.QUICK);
        assertThat(sounding("0:05").skipClass(rules)).isEqualTo(SkipClass.EARLY);
        assertThat(sounding("0:29.999").skipClass(rules)).isEqualTo(SkipClass.EARLY);
        assertThat(sounding("0:30").skipClass(rules)).isEqualTo(SkipClass.LATE);
    }

    @Test
    void skip_thresholds_are_configurable() {
        ListeningRules rules = new ListeningRules(10_000, 20_000, 30_000, 60_000, 600_000);

        assertThat(sounding("0:09.999").skipClass(rules)).isEqualTo(SkipClass.QUICK);
        assertThat(sounding("0:10").skipClass(rules)).isEqualTo(SkipClass.EARLY);
        assertThat(sounding("0:20").skipClass(rules)).isEqualTo(SkipClass.LATE);
    }

    @Test
    void a_counted_play_sounded_for_thirty_seconds() {
        assertThat(sounding("0:29.999").isCounted(ListeningRules.DEFAULT)).isFalse();
        assertThat(sounding("0:30").isCounted(ListeningRules.DEFAULT)).isTrue();
    }

    @Test
    void plays_are_ordered_by_start_then_end_then_event_id() {
        List<PlayBuilder> inOrder = List.of(
                aPlay().withId("d").at("09:00").lasting("1:00"),
                aPlay().withId("b").at("09:00").lasting("2:00"),
                aPlay().withId("c").at("09:00").lasting("2:00"),
                aPlay().withId("a").at("09:01").lasting("0:01"));

        assertThat(Stream.of(3, 2, 1, 0).map(i -> inOrder.get(i).play()).sorted(Play.ORDER))
                .extracting(Play::eventId)
                .containsExactly("d", "b", "c", "a");
    }

    @Test
    void a_play_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> aPlay().lasting(-1).play())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not end before it starts");
    }
}
