package dev.segue.app.kafka;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicCheck;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.stack.LoopbackPorts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Shared.class)
class TopicAdminTest {

    private final Servers servers;
    private final TopicAdmin admin;

    TopicAdminTest(Servers servers) {
        this.servers = servers;
        this.admin = new TopicAdmin(servers.cluster());
    }

    @Test
    void makes_the_topics_as_they_must_be() throws Exception {
        Topics topics = Servers.newNames();
        admin.create(new TopicLayout(3, 1_000_000).of(topics));

        assertThat(settings(topics.playback()))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", "1000000")
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("max.message.bytes", "655360");
        for (String upserts : List.of(topics.sessions(), topics.plays(), topics.kpis(), topics.alerts())) {
            assertThat(settings(upserts))
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("min.compaction.lag.ms", "604800000")
                    .containsEntry("delete.retention.ms", "604800000");
        }
        assertThat(settings(topics.tracks())).containsEntry("cleanup.policy", "compact");
        assertThat(settings(topics.signals())).containsEntry("cleanup.policy", "compact");
        assertThat(settings(topics.health())).containsEntry("cleanup.policy", "compact");
        assertThat(settings(topics.late())).containsEntry("cleanup.policy", "delete");
        assertThat(settings(topics.deadLetters())).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void shows_partitions_and_which_topics_are_without_append_time() throws Exception {
        Topics topics = servers.newTopics(3);

        TopicCheck check = admin.check(TopicUse.of(topics).reading(Topics.PLAYBACK, Topics.TRACKS));

        assertThat(check.partitions()).isEqualTo(Map.of(topics.playback(), 3, topics.tracks(), 3));
        assertThat(check.withoutAppendTime()).containsExactly(topics.tracks());
    }

    @Test
    void leaves_topics_that_exist_as_they_are() throws Exception {
        Topics topics = Servers.newNames();
        admin.create(List.of(new NewTopic(topics.health(), 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))));

        assertThat(admin.create(new TopicLayout(4, -1).of(topics)))
                .hasSize(Topics.OF_THE_PLATFORM.size() - 1)
                .doesNotContain(topics.health());

        assertThat(admin.check(TopicUse.of(topics).writing(Topics.HEALTH, Topics.LATE))
                        .partitions())
                .isEqualTo(Map.of(topics.health(), 1, topics.late(), 4));
    }

    @Test
    void names_the_topics_that_are_missing_and_says_what_to_do() throws Exception {
        Topics topics = Servers.newNames();
        admin.create(List.of(new NewTopic(topics.playback(), 1, (short) 1)));

        assertThatThrownBy(() ->
                        admin.check(TopicUse.of(topics).reading(Topics.PLAYBACK).writing(Topics.SESSIONS, Topics.LATE)))
                .isInstanceOf(TopicsUnfit.class)
                .extracting(e -> ((TopicsUnfit) e).problems(), as(LIST))
                .first()
                .isEqualTo("Topics " + topics.late() + ", " + topics.sessions() + " do not exist at "
                        + servers.cluster().bootstrapServers()
                        + ". Create them (segue topics --create), or correct the names in the configuration.");
    }

    @Test
    void says_so_when_there_is_no_kafka() throws Exception {
        String nobody = "127.0.0.1:" + LoopbackPorts.claim(LoopbackPorts.ANY, "nobody");
        KafkaCluster impatient =
                new KafkaCluster(nobody, Map.of("default.api.timeout.ms", "500", "request.timeout.ms", "500"));

        assertThatThrownBy(() -> new TopicAdmin(impatient)
                        .check(TopicUse.of(Topics.DEFAULT).reading(Topics.PLAYBACK)))
                .isInstanceOf(TopicsUnfit.class)
                .hasMessageStartingWith("Kafka at " + nobody + " cannot be queried for its topics: ")
                .hasMessageEndingWith(". Is it running, and is bootstrap-servers right?");
    }

    private Map<String, String> settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin kafka = Admin.create(servers.cluster().propertiesWith(Map.of()))) {
            Map<String, String> settings = new HashMap<>();
            kafka.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .entries()
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            return settings;
        }
    }
}
