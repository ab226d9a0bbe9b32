package dev.segue.domain.signal;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static dev.segue.domain.fixture.Times.at;
import static dev.segue.domain.fixture.Times.lasting;
import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.SongList;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import dev.segue.domain.signal.now.Signal.Trigger;
import dev.segue.domain.signal.ranking.RankingPolicies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is known about a listener after each event, and what is emitted. */
class SignalRuleTest {

    private static final PlayContext WEEKLY = new PlayContext(PlayContext.Type.PLAYLIST, "weekly", null);
    private static final PlayContext MORNING = new PlayContext(PlayContext.Type.PLAYLIST, "morning", null);

    @Test
    void a_signal_says_all_that_is_known_now() {
        SongList songs = new SongList();
        songs.put("next", "abba", new TrackFacts(1, (short) 900, (short) 800));
        ListenerNow anna = listener(SignalRules.DEFAULT, songs);

        Signal signal = anna.receives(aPlay().by("anna")
                .withId("first")
                .of("song")
                .at("09:00")
                .lasting("10:00")
                .from(WEEKLY)
                .feeling(900, 800)
                .build());

        assertThat(signal)
                .isEqualTo(new Signal(
                        "anna",
                        at("09:10"),
                        new Trigger("first", Cause.TRACK_ENDED, false),
                        at("09:10"),
                        new SessionSoFar(at("09:00"), 1, 1, Skips.NONE, lasting("10:00")),
                        new CurrentRun(WEEKLY, 1, 0),
                        0,
                        new Mood(Quadrant.HAPPY, 900, 800, 1_000),
                        new Heading(900, 800),
                        List.of(new NextSong("next", 1_000, List.of())),
                        List.of(),
                        new AdJudgement(Verdict.PLAY, "no-objection", "No policy objects to an ad now."),
                        SignalRules.DEFAULT.version()));
    }

    @Test
    void a_signal_says_what_happened_to_trigger_it() {
        ListenerNow anna = listener();

        assertThat(List.of(
                        anna.does(aStart().at("08:00")).signal().trigger().cause(),
                        anna.does(aPause().at("08:01")).signal().trigger().cause(),
                        anna.does(aResume().at("08:02")).signal().trigger().cause(),
                        anna.does(play("08:00")).signal().trigger().cause(),
                        anna.does(play("08:04").skipped()).signal().trigger().cause(),
                        anna.does(aSearch().at("08:10")).signal().trigger().cause(),
                        anna.does(anAd().at("08:11")).signal().trigger().cause()))
                .containsExactly(
                        Cause.TRACK_STARTED,
                        Cause.PAUSED,
                        Cause.RESUMED,
                        Cause.TRACK_ENDED,
                        Cause.TRACK_SKIPPED,
                        Cause.SEARCHED,
                        Cause.AD_ENDED);
        assertThat(anna.signal().trigger().correction()).isFalse();

        anna.does(play("08:07").withId("late").skipped());
        assertThat(anna.signal().trigger()).isEqualTo(new Trigger("late", Cause.TRACK_SKIPPED, true));
    }

    @Test
    void the_session_so_far_is_the_chain_that_reaches_now() {
        ListenerNow anna = listener()
                .does(
                        play("08:00"),
                        play("08:18"),
                        play("08:36:00.001"),
                        aPlay().at("08:40").lasting("0:04").skipped(),
                        aPlay().at("08:41").lasting("0:20").skipped());

        assertThat(anna.signal().session())
                .isEqualTo(new SessionSoFar(at("08:36:00.001"), 3, 1, new Skips(1, 1, 0), 180_000 + 24_000));
    }

    @Test
    void a_gap_exactly_as_long_as_the_session_gap_ends_nothing() {
        ListenerNow anna = listener().does(play("08:00"), play("08:18"));

        assertThat(anna.signal().session()).isEqualTo(new SessionSoFar(at("08:00"), 2, 2, Skips.NONE, 360_000));
    }

    @Test
    void what_bridges_a_gap_joins_what_is_before_it_to_the_session_so_far() {
        ListenerNow anna = listener().does(play("08:00"), play("08:30"));
        assertThat(anna.signal().session().plays()).isEqualTo(1);

        anna.does(aSearch().at("08:16").on("laptop"));
        assertThat(anna.signal().session()).isEqualTo(new SessionSoFar(at("08:00"), 2, 2, Skips.NONE, 360_000));
    }

    @Test
    void a_play_that_was_silent_for_long_joins_nothing_before_it_last_sounded() {
        ListenerNow anna = listener()
                .does(play("08:00"), aPlay().at("08:05").lasting("1:00:00").sounding("2:00"));

        assertThat(anna.signal().session()).isEqualTo(new SessionSoFar(at("09:03"), 1, 1, Skips.NONE, 120_000));
    }

    @Test
    void listened_time_counts_two_devices_once() {
        ListenerNow anna = listener().does(play("08:00"), play("08:01").on("laptop"));

        assertThat(anna.signal().session().listenedMs()).isEqualTo(lasting("4:00"));
    }

    @Test
    void spoken_content_is_presence_and_no_play() {
        ListenerNow anna = listener().does(spokenContent().at("08:00").lasting("30:00"), play("08:40"));

        assertThat(anna.signal().session()).isEqualTo(new SessionSoFar(at("08:00"), 1, 1, Skips.NONE, 180_000));
    }

    @Test
    void a_run_goes_on_until_another_context_breaks_it() {
        ListenerNow anna = listener()
                .does(play("08:00").from(WEEKLY), play("08:03").from(WEEKLY).skipped());
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(WEEKLY, 2, 1));

        anna.does(play("08:06"), anAd().at("08:10"));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(WEEKLY, 2, 1));

        anna.does(play("08:11").from(PlayContext.Type.ARTIST, "abba"));
        assertThat(anna.signal().run()).isNull();

        anna.does(play("08:15").from(MORNING));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(MORNING, 1, 0));
    }

    @Test
    void a_search_on_its_device_breaks_the_run_that_goes_on_and_one_elsewhere_does_not() {
        ListenerNow anna = listener()
                .does(play("08:00").from(WEEKLY), aSearch().on("laptop").at("08:03:30"));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(WEEKLY, 1, 0));

        anna.does(aSearch().at("08:03:40"));
        assertThat(anna.signal().run()).isNull();
    }

    @Test
    void the_start_of_a_track_from_elsewhere_ends_the_run_and_from_the_same_does_not() {
        ListenerNow anna =
                listener().does(play("08:00").from(WEEKLY), aStart().at("08:03").from(WEEKLY));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(WEEKLY, 1, 0));

        anna.does(aStart().at("08:03:10").from(MORNING));
        assertThat(anna.signal().run()).isNull();
    }

    @Test
    void the_run_that_goes_on_is_that_of_the_device_in_use() {
        ListenerNow anna = listener()
                .does(play("08:00").from(WEEKLY), play("08:03").from(MORNING).on("laptop"));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(MORNING, 1, 0));

        anna.does(aStart().at("08:07").from(WEEKLY));
        assertThat(anna.signal().run()).isEqualTo(new CurrentRun(WEEKLY, 1, 0));
    }

    @Test
    void the_skip_streak_is_how_many_plays_in_a_row_were_skipped() {
        ListenerNow anna = listener().does(play("08:00").skipped(), play("08:03"));
        assertThat(anna.signal().skipStreak()).isZero();

        anna.does(
                play("08:06").lasting("0:10").skipped(),
                aPause().at("08:10"),
                play("08:11").skipped());
        assertThat(anna.signal().skipStreak()).isEqualTo(2);
    }

    @Test
    void plays_are_in_the_order_in_which_they_began() {
        ListenerNow anna = listener()
                .does(
                        aPlay().at("08:01").lasting("0:10").skipped(),
                        aPlay().at("08:00").lasting("8:00").on("laptop"));

        assertThat(anna.signal().skipStreak()).isEqualTo(1);
    }

    @Test
    void a_new_session_begins_without_skips_and_without_mood() {
        ListenerNow anna = listener().does(play("08:00").skipped().feeling(500, 500), aStart().at("09:00"));

        assertThat(anna.signal().skipStreak()).isZero();
        assertThat(anna.signal().mood()).isEqualTo(new Mood(Quadrant.UNKNOWN, 0, 0, 0));
        assertThat(anna.signal().heading()).isNull();
        assertThat(anna.signal().nextSongs()).isEmpty();
    }

    @Test
    void an_event_from_before_the_newest_never_sends_a_signal_back_in_time() {
        ListenerNow anna = listener().does(play("08:00"));
        assertThat(anna.signal().asOf()).isEqualTo(at("08:03"));

        Signal corrected = anna.receives(aPlay().withId("late")
                .on("laptop")
                .at("07:50")
                .lasting("3:00")
                .skipped()
                .build());

        assertThat(corrected.asOf()).isEqualTo(at("08:03"));
        assertThat(corrected.trigger().eventId()).isEqualTo("late");
        assertThat(corrected.sequence()).isEqualTo(at("08:03") + 1);
        assertThat(corrected.session()).isEqualTo(new SessionSoFar(at("07:50"), 2, 2, new Skips(0, 0, 1), 360_000));
        assertThat(corrected.skipStreak()).isZero();
    }

    @Test
    void an_event_from_before_the_newest_that_changes_nothing_is_stored_without_a_signal() {
        ListenerNow anna = listener().does(play("08:00"), play("08:03"));

        assertThat(anna.receives(aPause().at("08:01").build())).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.receives(play("07:00").build())).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(anna.memory().moments()).hasSize(4);
    }

    @Test
    void what_comes_again_changes_nothing() {
        PlaybackEvent event = play("08:00").build();
        ListenerNow anna = listener();
        anna.receives(event);
        Signal emitted = anna.signal();

        assertThat(anna.receives(event)).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(anna.receives(event.correctedBy(3_600_000))).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(anna.signal()).isSameAs(emitted);
    }

    @Test
    void what_occurred_before_the_allowed_lateness_of_the_memory_is_late() {
        ListenerNow anna = listener().does(play("15:00")).acceptanceClockIs(at("15:00"));

        assertThat(anna.receives(aSearch().at("08:59:59.999").build())).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.LATE);
        anna.does(aSearch().at("09:00"));
    }

    @Test
    void of_too_much_the_beginning_is_kept_as_a_sum() {
        SignalRules rules = keeping(3);
        ListenerNow all = listener();
        ListenerNow some = listener(rules, Songs.NONE);
        for (int minute = 0; minute < 50; minute += 5) {
            PlayBuilder play = play(String.format("08:%02d", minute));
            play = minute % 15 == 0 ? play.lasting("0:20").skipped() : play;
            all.does(play, play("08:%02d".formatted(minute + 2)).on("laptop").lasting("2:00"));
            some.does(play, play("08:%02d".formatted(minute + 2)).on("laptop").lasting("2:00"));
            assertThat(some.signal().session()).isEqualTo(all.signal().session());
        }
        assertThat(some.memory().moments()).hasSize(3);
        assertThat(some.memory().beginning().plays()).isEqualTo(17);

        some.does(play("10:00"));
        assertThat(some.signal().session()).isEqualTo(new SessionSoFar(at("10:00"), 1, 1, Skips.NONE, 180_000));
    }

    @Test
    void what_is_older_than_all_that_is_stored_is_late_and_changes_nothing() {
        ListenerNow anna = listener(keeping(2), Songs.NONE).does(play("08:00"), play("08:03"), play("08:06"));
        SessionSoFar known = anna.signal().session();

        assertThat(anna.receives(play("08:00").build())).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.LATE);
        assertThat(anna.receives(play("07:59").build())).isNull();
        assertThat(anna.outcome()).isEqualTo(Outcome.LATE);
        assertThat(anna.now().session()).isEqualTo(known);
    }

    @Test
    void who_was_purged_is_never_emitted_of_at_an_earlier_time() {
        SignalRules rules = SignalRules.DEFAULT;
        ListenerNow before = listener().does(play("08:00"), aPause().at("08:03"));
        long purgedAt = rules.purgedAt(before.signal().asOf());
        long oldestStillAccepted = purgedAt - rules.memoryMs();

        ListenerNow after = listener().acceptanceClockIs(purgedAt);
        assertThat(after.receives(aPause().at(oldestStillAccepted - 1).build())).isNull();
        after.does(aPause().at(oldestStillAccepted));

        assertThat(after.signal().asOf()).isGreaterThan(before.signal().asOf() + rules.gapMs());
        assertThat(after.signal().sequence()).isGreaterThan(before.signal().sequence());
    }

    @Test
    void in_whatever_order_events_come_the_last_signal_is_the_same_and_none_goes_back() {
        List<PlaybackEvent> events = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            long at = at("08:00") + i * 200_000L + random.nextInt(900_000);
            PlayBuilder play = aPlay().withId("play-" + i)
                    .of("track-" + random.nextInt(30))
                    .on(random.nextBoolean() ? "phone" : "laptop")
                    .at(at)
                    .lasting(1_000 + random.nextInt(200_000))
                    .feeling(random.nextInt(1_001), random.nextInt(1_001));
            play = random.nextInt(3) == 0 ? play.skipped() : play;
            events.add(random.nextBoolean() ? play.from(WEEKLY).build() : play.build());
            events.add(aStart().withId("start-" + i).at(at).build());
        }
        events.sort((a, b) -> Long.compare(a.occurredAt(), b.occurredAt()));
        Now inOrder = accepted(events);
        for (int seed = 0; seed < 20; seed++) {
            List<PlaybackEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(accepted(shuffled)).isEqualTo(inOrder);
        }
    }

    /** What is known in the end, provided that no signal on the way went back. */
    private static Now accepted(List<PlaybackEvent> events) {
        ListenerNow anna = listener();
        long asOf = Long.MIN_VALUE;
        long sequence = Long.MIN_VALUE;
        for (PlaybackEvent event : events) {
            Signal signal = anna.receives(event);
            assertThat(anna.outcome()).isEqualTo(Outcome.ACCEPTED);
            if (signal != null) {
                assertThat(signal.asOf()).isGreaterThanOrEqualTo(asOf);
                assertThat(signal.sequence()).isGreaterThan(sequence);
                asOf = signal.asOf();
                sequence = signal.sequence();
            }
        }
        assertThat(asOf)
                .isEqualTo(events.stream()
                        .mapToLong(PlaybackEvent::occurredAt)
                        .max()
                        .orElseThrow());
        return anna.now();
    }

    private static SignalRules keeping(int most) {
        SignalRules usual = SignalRules.DEFAULT;
        return new SignalRules(
                usual.gapMs(),
                usual.maxPlayMs(),
                usual.listening(),
                usual.recentMoodMs(),
                usual.memoryMs(),
                most,
                usual.nextSongs(),
                AdPolicies.DEFAULT,
                RankingPolicies.DEFAULT);
    }

    private static PlayBuilder play(String at) {
        return aPlay().at(at);
    }
}
