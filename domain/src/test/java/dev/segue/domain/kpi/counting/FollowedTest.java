package dev.segue.domain.kpi.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.PlayContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What runs are counted under. Weeks begin on Monday, 2 March 2026, in UTC. */
class FollowedTest {

    private static final long DAY_MS = 24L * 3_600_000;
    private static final long MONDAY = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    private Followed followed = upTo(2);

    @Test
    void a_playlist_without_an_edition_is_counted_by_the_local_week() {
        assertThat(playlist("morning", null, 0)).isEqualTo("PLAYLIST morning 2026-W10");
        assertThat(playlist("morning", "", 7)).isEqualTo("PLAYLIST morning 2026-W11");
        assertThat(playlist("morning", "spring", 7)).isEqualTo("PLAYLIST morning spring");
    }

    @Test
    void albums_and_radios_have_only_the_editions_that_are_emitted() {
        assertThat(accepted(Subject.Kind.ALBUM, "blue", null, 0)).isEqualTo("ALBUM blue null");
        assertThat(accepted(Subject.Kind.RADIO, "jazz", "live", 0)).isEqualTo("RADIO jazz live");
    }

    @Test
    void only_those_that_are_listed_are_followed_however_many_are_listed() {
        followed = new Followed(new FollowRule(Set.of("a", "b", "c"), 1), Map.of());

        assertThat(playlist("a", null, 0)).isEqualTo("PLAYLIST a 2026-W10");
        assertThat(playlist("b", null, 0)).isEqualTo("PLAYLIST b 2026-W10");
        assertThat(playlist("c", null, 0)).isEqualTo("PLAYLIST c 2026-W10");
        assertThat(playlist("d", null, 0)).isEqualTo("OTHER null null");
        assertThat(followed.subjects()).isEqualTo(3);
    }

    @Test
    void all_beyond_the_bound_are_others_for_good() {
        playlist("a", null, 0);
        accepted(Subject.Kind.ALBUM, "a", null, 0);

        assertThat(playlist("b", null, 0)).isEqualTo("OTHER null null");
        assertThat(playlist("b", null, 365)).isEqualTo("OTHER null null");
        assertThat(playlist("a", null, 365)).isEqualTo("PLAYLIST a 2027-W09");
        assertThat(followed.subjects()).isEqualTo(2);
        assertThat(followed.others()).isEqualTo(2);
    }

    @Test
    void what_is_followed_stays_followed_over_a_restart_also_under_another_rule() {
        playlist("a", "spring", 0);
        playlist("b", null, 0);

        followed = new Followed(new FollowRule(Set.of("c"), 0), followed.stored());

        assertThat(playlist("a", "spring", 1)).isEqualTo("PLAYLIST a spring");
        assertThat(playlist("b", null, 1)).isEqualTo("PLAYLIST b 2026-W10");
        assertThat(playlist("c", null, 1)).isEqualTo("PLAYLIST c 2026-W10");
        assertThat(playlist("d", null, 1)).isEqualTo("OTHER null null");
    }

    @Test
    void an_edition_beyond_the_bound_is_counted_with_its_playlist() {
        playlist("a", "1", 0);
        playlist("b", "1", 0);

        assertThat(playlist("a", "2", 0)).isEqualTo("PLAYLIST a null");
        assertThat(playlist("a", "1", 0)).isEqualTo("PLAYLIST a 1");
        assertThat(followed.others()).isZero();
    }

    @Test
    void editions_that_were_not_accepted_for_five_weeks_make_room() {
        playlist("a", "1", 0);
        playlist("a", "2", 1);

        assertThat(playlist("a", "3", 35)).isEqualTo("PLAYLIST a null");
        assertThat(playlist("a", "3", 36)).isEqualTo("PLAYLIST a 3");
        assertThat(playlist("a", "1", 36)).isEqualTo("PLAYLIST a null");
        assertThat(playlist("a", "2", 36)).isEqualTo("PLAYLIST a 2");
    }

    @Test
    void editions_are_stored_over_a_restart_by_their_latest_run() {
        playlist("a", "1", 0);
        playlist("a", "2", 10);
        playlist("a", "1", 10);

        followed = new Followed(new FollowRule(Set.of(), 2), followed.stored());

        assertThat(playlist("a", "3", 36)).isEqualTo("PLAYLIST a null");
        assertThat(playlist("a", "3", 46)).isEqualTo("PLAYLIST a 3");
    }

    private static Followed upTo(int most) {
        return new Followed(new FollowRule(Set.of(), most), Map.of());
    }

    private String playlist(String id, String edition, int day) {
        return accepted(Subject.Kind.PLAYLIST, id, edition, day);
    }

    /** What a run is counted under that begins on that day. */
    private String accepted(Subject.Kind kind, String id, String edition, int day) {
        long start = MONDAY + day * DAY_MS;
        PlayContext context = new PlayContext(PlayContext.Type.valueOf(kind.name()), id, edition);
        Subject subject = followed.subjectOf(kind, context, LocalTime.at(start, 0), start);
        return subject.kind() + " " + subject.id() + " " + subject.edition();
    }
}
