package dev.segue.app.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problems with one key of an otherwise valid configuration. */
final class ProblemsOf {

    private ProblemsOf() {}

    static Map<String, String> sound(Map<String, String> more) {
        Map<String, String> texts =
                new HashMap<>(Map.of("kafka.bootstrap-servers", "broker:9092", "registry.url", "http://registry:8081"));
        texts.putAll(more);
        return texts;
    }

    static List<String> with(String key, String value, OptionSet options) {
        InvalidConfig refused =
                catchThrowableOfType(InvalidConfig.class, () -> Config.of(sound(Map.of(key, value)), options));
        return refused.problems().stream().map(Problem::sentence).toList();
    }
}
