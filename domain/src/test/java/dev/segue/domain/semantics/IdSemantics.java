package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.session.SessionId;
import org.junit.jupiter.api.Test;

/** A session is identified by its listener and the start of its first activity, and by nothing else. */
interface IdSemantics extends CurrentSessions {

    /** Name-based, version 3, of {@code "<start in epoch milliseconds>\n<listener>"}. */
    @Test
    default void an_id_is_made_of_listener_and_start() {
        assertThat(sessionOf(aPlay().by("anna").at("09:15")).id())
                .isEqualTo(new SessionId("ca08e76f-5436-3fed-a744-7d760ff2fc9e"));
    }

    @Test
    default void what_comes_after_the_start_does_not_change_the_id() {
        assertThat(sessionOf(aPlay().at("09:15"), aPlay().at("09:18").on("laptop"))
                        .id())
                .isEqualTo(sessionOf(aPlay().at("09:15").of("another")).id());
    }

    @Test
    default void an_earlier_start_changes_the_id() {
        assertThat(sessionOf(aPlay().at("09:15"), aPlay().at("09:05")).id())
                .isEqualTo(SessionId.of("anna", Times.at("09:05")));
    }
}
