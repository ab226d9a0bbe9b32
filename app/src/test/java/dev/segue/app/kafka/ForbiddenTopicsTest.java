package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.stack.EmbeddedKafka;
import dev.segue.stack.LoopbackPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
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

    private static final TopicUse USE = TopicUse.of(Topics.DEFAULT)
            .reading(Topics.PLAYBACK, Topics.TRACKS)
            .writing(Topics.SESSIONS, Topics.PLAYS, Topics.HEALTH);

    @TempDir
    private Path folder;

    @Test
    void names_the_topics_and_the_rights_that_are_missing() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, LoopbackPorts.ANY, WITH_RIGHTS)) {
            KafkaCluster cluster = KafkaCluster.at(kafka.bootstrapServers());
            TopicAdmin topics = new TopicAdmin(cluster);
            topics.create(new TopicLayout(1, -1).of(USE));
            deny(cluster, "listening.sessions", AclOperation.DESCRIBE);
            deny(cluster, "listening.plays", AclOperation.DESCRIBE);
            deny(cluster, "listening.playback", AclOperation.DESCRIBE_CONFIGS);
            deny(cluster, "listening.health", AclOperation.WRITE);

            TopicsUnfit unfit = catchThrowableOfType(TopicsUnfit.class, () -> topics.check(USE));

            String kafkaSays = "Kafka at " + kafka.bootstrapServers() + " does not allow us: ";
            String remedy = ". Grant the user that kafka.properties logs in as this right; segue topics --acls prints"
                    + " the commands.";
            assertThat(unfit.problems())
                    .containsExactly(
                            kafkaSays + "DescribeConfigs on topic listening.playback" + remedy,
                            kafkaSays + "Write and DescribeConfigs on topics listening.sessions, listening.plays"
                                    + remedy,
                            kafkaSays + "Write on topic listening.health" + remedy);
        }
    }

    private static void deny(KafkaCluster cluster, String topic, AclOperation what) throws Exception {
        try (Admin admin = Admin.create(cluster.propertiesWith(Map.of()))) {
            admin.createAcls(List.of(
                            rule(topic, AclOperation.ALL, AclPermissionType.ALLOW),
                            rule(topic, what, AclPermissionType.DENY)))
                    .all()
                    .get();
        }
    }

    private static AclBinding rule(String topic, AclOperation what, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", what, permission));
    }
}
