package dev.segue.adapters.kafka.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rights of a program, as commands. */
class LeastRightsTest {

    private static final TopicUse TOPICS =
            TopicUse.of(Topics.DEFAULT).reading(Topics.KPIS).writing(Topics.ALERTS, Topics.HEALTH);

    @Test
    void one_command_for_all_resources_with_the_same_rights() {
        KafkaUse use = new KafkaUse(TOPICS, true, Optional.of("segue-alerts"), Optional.of("segue-alerts-"));

        assertThat(new LeastRights(use, "User:anna").commands("broker:9092"))
                .containsExactly(
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Read"
                                + " --operation DescribeConfigs --topic listening.kpis",
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Write"
                                + " --operation DescribeConfigs --topic listening.alerts --topic listening.health",
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Read"
                                + " --group segue-alerts",
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Write"
                                + " --transactional-id segue-alerts- --resource-pattern-type prefixed");
    }

    @Test
    void whoever_may_have_to_publish_again_reads_what_it_writes() {
        KafkaUse use = new KafkaUse(TOPICS.readingBack(), true, Optional.empty(), Optional.empty());

        assertThat(new LeastRights(use, "User:anna").commands("broker:9092"))
                .containsExactly(
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Read"
                                + " --operation DescribeConfigs --topic listening.kpis",
                        "kafka-acls --bootstrap-server broker:9092 --add --allow-principal User:anna --operation Read"
                                + " --operation Write --operation DescribeConfigs --topic listening.alerts --topic"
                                + " listening.health");
    }

    @Test
    void a_reader_needs_to_read_and_nothing_else() {
        KafkaUse use = KafkaUse.ofReader(TopicUse.of(Topics.DEFAULT).reading(Topics.KPIS));

        assertThat(new LeastRights(use, "User:CN=page, O=it's ours").commands("broker:9092"))
                .containsExactly("kafka-acls --bootstrap-server broker:9092 --add --allow-principal"
                        + " 'User:CN=page, O=it'\\''s ours' --operation Read --topic listening.kpis");
    }
}
