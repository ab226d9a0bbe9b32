package dev.segue.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.segue.domain.listening.ListeningRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalRulesTest {

    private static final SignalRules RULES = SignalRules.DEFAULT;

    @Test
    void state_is_made_by_what_is_remembered_and_summed_and_not_by_what_is_suggested() {
        Map<String, String> made = RULES.ofState().values();
        ListeningRules anotherMood = new ListeningRules(5_000, 30_000, 30_000, 1, 1);

        assertThat(made)
                .containsExactly(
                        entry("sessions.gap", "15 min"),
                        entry("sessions.max-play", "6 h"),
                        entry("signals.memory", "6 h"),
                        entry("listening.quick-skip", "5 s"),
                        entry("listening.early-skip", "30 s"),
                        entry("listening.counted-play", "30 s"),
                        entry("the version of Segue's rules of signals", "1"),
                        entry("the version of Segue's state of signals", "2"));
        assertThat(new SignalRules(
                                RULES.gapMs(),
                                RULES.maxPlayMs(),
                                anotherMood,
                                1,
                                RULES.memoryMs(),
                                1,
                                1,
                                List.of(),
                                List.of())
                        .ofState()
                        .objectionTo(made))
                .isEmpty();
    }
}
