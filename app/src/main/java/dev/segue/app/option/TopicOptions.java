package dev.segue.app.option;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the topics: of the platform, and of the job that declares topics of its own. */
public final class TopicOptions {

    private static final Map<Topic, Setting<String>> SETTINGS = new ConcurrentHashMap<>();

    public static final OptionGroup GROUP = with(List.of());

    private TopicOptions() {}

    /** The topics of the platform, and these. */
    public static OptionGroup with(List<Topic> own) {
        List<Setting<String>> all = settings(own).toList();
        Setting<?>[] settings = all.toArray(Setting<?>[]::new);
        return OptionGroup.of(
                        "Topics",
                        "Where events come from and results go. The topics must exist before the job starts.",
                        settings)
                .agreeing(Agreement.between(settings)
                        .must("All topics must have different names.")
                        .when(config -> allDiffer(config, all)));
    }

    /** The key of a topic. */
    public static Setting<String> name(Topic topic) {
        return SETTINGS.computeIfAbsent(topic, declared -> Setting.topic("topics." + declared.key())
                .defaultsTo(declared.usualName(), declared.description()));
    }

    /** Reads the names of the platform's topics. */
    public static Topics from(Config config) {
        return from(config, List.of());
    }

    /** Reads the names of the platform's topics, and of these. */
    public static Topics from(Config config, List<Topic> own) {
        return Topics.named(all(own).collect(Collectors.toMap(Function.identity(), topic -> config.get(name(topic)))));
    }

    private static Stream<Setting<String>> settings(List<Topic> own) {
        return all(own).map(TopicOptions::name);
    }

    private static Stream<Topic> all(List<Topic> own) {
        return Stream.concat(Topics.OF_THE_PLATFORM.stream(), own.stream());
    }

    private static boolean allDiffer(Config config, List<Setting<String>> all) {
        Set<String> names = all.stream().map(config::get).collect(Collectors.toSet());
        return names.size() == all.size();
    }
}
