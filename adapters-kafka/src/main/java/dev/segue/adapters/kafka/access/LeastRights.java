package dev.segue.adapters.kafka.access;

import dev.segue.adapters.kafka.cluster.Rights;
import dev.segue.adapters.kafka.topic.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights that a program needs, and no more. Kafka's authorizer derives Describe from Read and from Write, so it is
 * not among them.
 *
 * @param principal the user that gets them, such as {@code User:segue-sessions}
 */
public record LeastRights(KafkaUse use, String principal) {

    private record Resource(ResourceType type, String name, PatternType pattern) {}

    /** The rights as ACLs, each allowing one operation from any host. */
    public List<AclBinding> acls() {
        List<AclBinding> acls = new ArrayList<>();
        byResource().forEach((resource, operations) -> {
            for (AclOperation operation : operations) {
                acls.add(new AclBinding(
                        new ResourcePattern(resource.type(), resource.name(), resource.pattern()),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        });
        return acls;
    }

    /** The rights as commands of Kafka's own tool, for a shell. */
    public List<String> commands(String bootstrapServers) {
        Map<List<String>, List<Resource>> byWords = new LinkedHashMap<>();
        byResource().forEach((resource, operations) -> byWords.computeIfAbsent(
                        List.of(
                                resource.type().name(),
                                operations.stream()
                                        .map(operation -> " --operation " + Rights.nameOf(operation))
                                        .collect(Collectors.joining())),
                        words -> new ArrayList<>())
                .add(resource));
        List<String> commands = new ArrayList<>();
        byWords.forEach(
                (words, resources) -> commands.add("kafka-acls --bootstrap-server " + bootstrapServers.replace(" ", "")
                        + " --add --allow-principal " + quoted(principal) + words.get(1)
                        + resources.stream().map(LeastRights::options).collect(Collectors.joining())));
        return commands;
    }

    /** Sorted by resource: topics, groups, transactional ids. */
    private Map<Resource, Set<AclOperation>> byResource() {
        Map<Resource, Set<AclOperation>> rights = new LinkedHashMap<>();
        for (Topic topic : use.topics().all()) {
            Set<AclOperation> operations = EnumSet.copyOf(use.topics().rightsOn(topic));
            if (!use.checksTopics()) {
                operations.remove(AclOperation.DESCRIBE_CONFIGS);
            }
            rights.put(
                    new Resource(ResourceType.TOPIC, use.topics().names().name(topic), PatternType.LITERAL),
                    operations);
        }
        use.group()
                .ifPresent(group -> rights.put(
                        new Resource(ResourceType.GROUP, group, PatternType.LITERAL), EnumSet.of(AclOperation.READ)));
        use.watched()
                .forEach(group -> rights.put(
                        new Resource(ResourceType.GROUP, group, PatternType.LITERAL),
                        EnumSet.of(AclOperation.DESCRIBE)));
        use.transactions()
                .ifPresent(prefix -> rights.put(
                        new Resource(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED),
                        EnumSet.of(AclOperation.WRITE)));
        return rights;
    }

    private static String options(Resource resource) {
        return switch (resource.type()) {
            case GROUP -> " --group " + quoted(resource.name());
            case TRANSACTIONAL_ID ->
                " --transactional-id " + quoted(resource.name()) + " --resource-pattern-type prefixed";
            default -> " --topic " + quoted(resource.name());
        };
    }

    /** A word for a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.:/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
