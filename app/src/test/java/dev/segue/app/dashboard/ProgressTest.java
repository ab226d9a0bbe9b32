package dev.segue.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.store.Topic.State;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void aTopicIsBeingCaughtUpWithUntilItHasBeenReadToItsEnd() {
        assertThat(progress.unasked()).isEqualTo(State.UNKNOWN);
        assertThat(progress.there(Progress.NOT_KNOWN)).isEqualTo(State.CATCHING_UP);
        assertThat(progress.there(1_001)).isEqualTo(State.CATCHING_UP);
        assertThat(progress.there(1_000)).isEqualTo(State.LIVE);
    }

    @Test
    void whatWasReadToItsEndOnceIsOnlyBehindWhenMoreComesThanIsReadAtOnce() {
        progress.there(0);

        assertThat(progress.there(1_001)).isEqualTo(State.BEHIND);
        assertThat(progress.there(1_000)).isEqualTo(State.LIVE);
    }

    @Test
    void whatWasReadToItsEndOnceStaysSoWhileTheBrokersDoNotSayHowMuchThereIs() {
        progress.there(0);

        assertThat(progress.there(Progress.NOT_KNOWN)).isEqualTo(State.LIVE);
    }

    @Test
    void aTopicThatIsMadeAgainIsReadFromItsBeginning() {
        progress.there(0);

        assertThat(progress.missing()).isEqualTo(State.MISSING);
        assertThat(progress.there(1_001)).isEqualTo(State.CATCHING_UP);
    }
}
