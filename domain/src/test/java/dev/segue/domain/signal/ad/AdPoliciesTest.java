package dev.segue.domain.signal.ad;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Times.lasting;
import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.signal.ListenerNow;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each policy by itself, and which one decides when several object. */
class AdPoliciesTest {

    @Test
    void while_skipping_holds_from_so_many_skips_in_a_row_on() {
        AdPolicy policy = new WhileSkipping(2);
        ListenerNow anna = listener().does(skip("08:00"));
        assertThat(policy.objection(anna.now())).isNull();

        anna.does(skip("08:01"));
        assertThat(policy.objection(anna.now())).isEqualTo("The listener has skipped the last 2 songs.");

        anna.does(aPlay().at("08:02"));
        assertThat(policy.objection(anna.now())).isNull();
    }

    @Test
    void while_skipping_can_hold_at_the_first() {
        assertThat(new WhileSkipping(1).objection(listener().does(skip("08:00")).now()))
                .isEqualTo("The listener has skipped the last song.");
    }

    @Test
    void just_after_an_ad_holds_until_the_pause_is_over() {
        AdPolicy policy = new JustAfterAnAd(lasting("10:00"));
        ListenerNow anna = listener().does(aPlay().at("08:00"));
        assertThat(policy.objection(anna.now())).isNull();

        anna.does(anAd().at("08:04"), aPause().at("08:13:59.999"));
        assertThat(policy.objection(anna.now())).isEqualTo("An ad ended 599 s ago.");

        anna.does(aPause().at("08:14"));
        assertThat(policy.objection(anna.now())).isNull();
    }

    @Test
    void just_after_an_ad_holds_in_the_next_session_too() {
        ListenerNow anna = listener().does(anAd().at("08:00"), aPlay().at("08:20"));

        assertThat(new JustAfterAnAd(lasting("30:00")).objection(anna.now())).isEqualTo("An ad ended 1380 s ago.");
    }

    @Test
    void before_the_first_song_holds_until_so_many_are_accepted() {
        AdPolicy policy = new BeforeTheFirstSong(1);
        ListenerNow anna = listener().does(aPlay().at("08:00").lasting("0:29"));
        assertThat(policy.objection(anna.now())).isEqualTo("The session has just begun: 0 of 1 songs played.");

        anna.does(aPlay().at("08:01").lasting("0:30"));
        assertThat(policy.objection(anna.now())).isNull();

        anna.does(aPause().at("09:00"));
        assertThat(policy.objection(anna.now())).isEqualTo("The session has just begun: 0 of 1 songs played.");
    }

    @Test
    void calm_immersion_holds_while_calm_music_goes_on_without_a_skip() {
        AdPolicy policy = new CalmImmersion(2, 500);
        ListenerNow anna = listener().does(calm("08:00"));
        assertThat(policy.objection(anna.now())).isNull();

        anna.does(calm("08:04"));
        assertThat(policy.objection(anna.now()))
                .isEqualTo("The listener has stayed with calm music for 2 songs without a skip.");

        anna.does(skip("08:08"));
        assertThat(policy.objection(anna.now())).isNull();
    }

    @Test
    void calm_immersion_needs_the_music_to_be_calm_and_known() {
        AdPolicy policy = new CalmImmersion(2, 500);
        ListenerNow happy =
                listener().does(calm("08:00").feeling(800, 500), calm("08:04").feeling(800, 500));
        ListenerNow unsure =
                listener().does(calm("08:00").lasting("2:00"), calm("08:04").lasting("2:00"));

        assertThat(policy.objection(happy.now())).isNull();
        assertThat(unsure.now().mood().confidence()).isLessThan(500);
        assertThat(policy.objection(unsure.now())).isNull();
    }

    @Test
    void the_first_policy_that_objects_decides() {
        ListenerNow anna = listener().does(anAd().at("08:00"), skip("08:01"), skip("08:02"));
        AdPolicy skipping = new WhileSkipping(2);
        AdPolicy afterAd = new JustAfterAnAd(lasting("10:00"));

        assertThat(AdPolicies.judge(List.of(skipping, afterAd), anna.now()))
                .isEqualTo(
                        new AdJudgement(Verdict.HOLD, "while-skipping", "The listener has skipped the last 2 songs."));
        assertThat(AdPolicies.judge(List.of(afterAd, skipping), anna.now()))
                .isEqualTo(new AdJudgement(Verdict.HOLD, "just-after-an-ad", "An ad ended 130 s ago."));
        assertThat(AdPolicies.judge(List.of(), anna.now()))
                .isEqualTo(new AdJudgement(Verdict.PLAY, "no-objection", "No policy objects to an ad now."));
    }

    @Test
    void the_defaults_in_their_order() {
        assertThat(AdPolicies.DEFAULT)
                .containsExactly(
                        new WhileSkipping(2),
                        new JustAfterAnAd(lasting("10:00")),
                        new BeforeTheFirstSong(1),
                        new CalmImmersion(5, 500));
        assertThat(AdPolicies.DEFAULT.stream().map(AdPolicy::name))
                .containsExactly("while-skipping", "just-after-an-ad", "before-the-first-song", "calm-immersion");
    }

    private static PlayBuilder skip(String at) {
        return aPlay().at(at).lasting("0:10").skipped();
    }

    private static PlayBuilder calm(String at) {
        return aPlay().at(at).lasting("4:00").feeling(700, 200);
    }
}
