package dev.segue.adapters.kafka.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the broker reports about the topics of a program, compared with what the program needs. */
public final class TopicReport {

    private final TopicUse use;
    private final Map<Topic, TopicState> found;
    private final List<String> missing;
    private final List<String> unseen;
    private final List<String> refused;
    private final TopicRules rules;

    /**
     * Compares.
     *
     * @param found the topics that exist and can be seen
     * @param missing about topics that do not exist, one explanation each
     * @param unseen about topics that this user may not look at, one explanation each
     * @param refused about rights that a program would need and this user lacks, one explanation each
     */
    TopicReport(
            TopicUse use,
            Map<Topic, TopicState> found,
            List<String> missing,
            List<String> unseen,
            List<String> refused) {
        this.use = use;
        this.found = Map.copyOf(found);
        this.missing = List.copyOf(missing);
        this.unseen = List.copyOf(unseen);
        this.refused = List.copyOf(refused);
        this.rules = new TopicRules(use, found);
    }

    /** What is wrong with the topics, whoever uses them; one explanation each. */
    public List<String> problems() {
        return joined(missing, unseen, rules.problems());
    }

    /** What is wrong for a program that runs as this user; one explanation each. */
    public List<String> problemsOfUser() {
        return joined(missing, refused, rules.problems());
    }

    /** What may be wrong although a program can run; one explanation each. */
    public List<String> warnings() {
        return rules.warnings();
    }

    /** The number of partitions of a topic; empty when it does not exist or cannot be seen. */
    public Optional<Integer> partitionsOf(Topic topic) {
        return Optional.ofNullable(found.get(topic)).map(TopicState::partitions);
    }

    /** How long the topic still holds what is deleted now; empty when it does not exist or cannot be seen. */
    public Optional<Retention> retentionOf(Topic topic) {
        return Optional.ofNullable(found.get(topic)).map(Retention::of);
    }

    /** The numbers that a job is defined with. */
    public TopicCheck asCheck() {
        Map<String, TopicState> byName = new HashMap<>();
        found.forEach((topic, state) -> byName.put(use.names().name(topic), state));
        return TopicCheck.of(byName);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
