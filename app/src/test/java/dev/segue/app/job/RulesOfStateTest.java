package dev.segue.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import dev.segue.app.job.playlists.PlaylistsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.rules.StateRules;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.signal.SignalRules;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The domain names the rules of a job's state as its configuration does, so that users know what to set. */
class RulesOfStateTest {

    static Stream<Arguments> jobs() {
        return Stream.of(
                Arguments.of(SessionsJob.REGISTRATION, SessionRules.DEFAULT.ofState()),
                Arguments.of(SignalsJob.REGISTRATION, SignalRules.DEFAULT.ofState()),
                Arguments.of(PlaylistsJob.REGISTRATION, KpiRules.DEFAULT.ofState()));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_rule_is_a_key_and_is_written_as_in_a_file(Registration job, StateRules rules) {
        Map<String, String> defaults = new HashMap<>();
        for (OptionGroup group : job.options().groups()) {
            for (Setting<?> setting : group.settings()) {
                defaults.put(setting.key(), setting.writtenDefault() == null ? "" : setting.writtenDefault());
            }
        }

        rules.values().forEach((name, value) -> {
            if (!name.startsWith("the version of ")) {
                assertThat(defaults).containsEntry(name, value);
            }
        });
        assertThat(rules.values().keySet()).anyMatch(defaults::containsKey);
    }
}
