package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error messages when the Kafka user lacks the rights that a job needs on its topics. */
class ForbiddenTopicsTest {

    private static final Map<String, String> WITH_RIGHTS = Map.of(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found", "true");

    @TempDir
    private Path folder;

    @Test
    void names_the_topics_and_the_rights_that_are_missing() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, LoopbackPorts.ANY, WITH_RIGHTS)) {
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            TopicAdmin topics = new TopicAdmin(cluster);
            topics.create(List.of(topic("open"), topic("secret"), topic("half"), topic("other-secret")));
            rule(cluster, "secret", AclOperation.DESCRIBE, AclPermissionType.DENY);
            rule(cluster, "other-secret", AclOperation.DESCRIBE, AclPermissionType.DENY);
            rule(cluster, "half", AclOperation.DESCRIBE_CONFIGS, AclPermissionType.DENY);
            rule(cluster, "half", AclOperation.ALL, AclPermissionType.ALLOW);

            assertThatThrownBy(() -> topics.check(List.of("open", "secret", "other-secret")))
                    .isInstanceOf(TopicsUnfit.class)
                    .hasMessage("Kafka at " + kafka.bootstrapServers()
                            + " does not allow us to describe topics other-secret, secret. Grant the user that"
                            + " kafka.properties logs in as Describe and DescribeConfigs on every topic of the job,"
                            + " Read on those it reads and Write on those it writes.");
            assertThatThrownBy(() -> topics.check(List.of("open", "half")))
                    .isInstanceOf(TopicsUnfit.class)
                    .hasMessage("Kafka at " + kafka.bootstrapServers()
                            + " does not allow us to read the configuration of topic half. Grant the user that"
                            + " kafka.properties logs in as DescribeConfigs on every topic of the job.");
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private static void rule(KafkaCluster cluster, String topic, AclOperation what, AclPermissionType permission)
            throws Exception {
        try (Admin admin = Admin.create(cluster.propertiesWith(Map.of()))) {
            admin.createAcls(List.of(new AclBinding(
                            new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                            new AccessControlEntry("User:ANONYMOUS", "*", what, permission))))
                    .all()
                    .get();
        }
    }
}
