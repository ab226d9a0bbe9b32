package dev.segue.adapters.kafka.topic;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The topics that a program uses, and how: what must exist, what it must be like, and which rights the program needs
 * follow from this.
 *
 * @param names what the topics are called
 * @param reads the topics that it reads
 * @param writes the topics that it writes
 * @param touches what else it may do with topics, beyond reading and writing those
 */
public record TopicUse(Topics names, List<Topic> reads, List<Topic> writes, Map<Topic, Set<AclOperation>> touches) {

    public TopicUse {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        touches = Collections.unmodifiableMap(new LinkedHashMap<>(touches));
    }

    /** No topics yet. */
    public static TopicUse of(Topics names) {
        return new TopicUse(names, List.of(), List.of(), Map.of());
    }

    /** Reads these topics, too. */
    public TopicUse reading(Topic... more) {
        return new TopicUse(names, joined(reads, Arrays.asList(more)), writes, touches);
    }

    /** Writes these topics, too. */
    public TopicUse writing(Topic... more) {
        return new TopicUse(names, reads, joined(writes, Arrays.asList(more)), touches);
    }

    /** Does this to these topics, too, beside what it reads and writes. */
    public TopicUse touching(AclOperation operation, Topic... more) {
        Map<Topic, Set<AclOperation>> all = new LinkedHashMap<>(touches);
        for (Topic topic : more) {
            all.merge(topic, Set.of(operation), TopicUse::both);
        }
        return new TopicUse(names, reads, writes, all);
    }

    /** Reads what it has written, too, where it has to be published again. */
    public TopicUse readingBack() {
        return touching(AclOperation.READ, writes.toArray(Topic[]::new));
    }

    /** What two programs use, under the names of this one, which must know all topics. */
    public TopicUse and(TopicUse other) {
        Map<Topic, Set<AclOperation>> both = new LinkedHashMap<>(touches);
        other.touches.forEach((topic, operations) -> both.merge(topic, operations, TopicUse::both));
        return new TopicUse(names, joined(reads, other.reads), joined(writes, other.writes), both);
    }

    /** Every topic once, those that it reads first. */
    public List<Topic> all() {
        return joined(joined(reads, writes), List.copyOf(touches.keySet()));
    }

    /** The names of all of them. */
    public List<String> allNames() {
        return all().stream().map(names::name).toList();
    }

    /** The names of those that it reads. */
    public List<String> namesRead() {
        return reads.stream().map(names::name).toList();
    }

    /** The names of those that it writes. */
    public List<String> namesWritten() {
        return writes.stream().map(names::name).toList();
    }

    /** What the program's user must be allowed to do with a topic; Describe follows from Read and from Write. */
    public Set<AclOperation> rightsOn(Topic topic) {
        Set<AclOperation> rights = EnumSet.of(AclOperation.DESCRIBE_CONFIGS);
        rights.addAll(touches.getOrDefault(topic, Set.of()));
        if (reads.contains(topic)) {
            rights.add(AclOperation.READ);
        }
        if (writes.contains(topic)) {
            rights.add(AclOperation.WRITE);
        }
        return rights;
    }

    private static Set<AclOperation> both(Set<AclOperation> some, Set<AclOperation> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Topic> joined(List<Topic> some, List<Topic> more) {
        return List.copyOf(
                new LinkedHashSet<>(Stream.concat(some.stream(), more.stream()).toList()));
    }
}
