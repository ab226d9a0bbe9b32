package dev.segue.adapters.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References in the settings of Kafka's clients. */
class KafkaClusterTest {

    @TempDir
    private Path folder;

    @Test
    void a_client_resolves_the_references_in_its_settings() throws Exception {
        Path file = Files.writeString(folder.resolve("word:1"), "sesame\n");
        KafkaCluster cluster = with("a.Module required password=\"${FILE:" + file + "}\";");

        assertThat(cluster.propertiesWith(Map.of()).toString()).doesNotContain("sesame");
        assertThat(jaasConfigOfAClientOf(cluster)).isEqualTo("a.Module required password=\"sesame\";");
    }

    @Test
    void a_variable_that_the_client_does_not_have_is_named() {
        KafkaCluster cluster = with("a.Module required password=\"${ENV:NO_SUCH_WORD}\";");

        assertThatThrownBy(() -> jaasConfigOfAClientOf(cluster))
                .isInstanceOf(ConfigException.class)
                .satisfies(failure -> assertThat(KafkaTrouble.refusal(cluster, failure))
                        .contains("Kafka at broker:1 cannot be contacted: The configuration refers to the environment"
                                + " variable NO_SUCH_WORD, which is not set for this process. Provide it everywhere:"
                                + " where the job is started, on every job manager and on every task manager."));
    }

    @Test
    void providers_of_the_user_stay() {
        KafkaCluster cluster =
                new KafkaCluster("broker:1", Map.of("config.providers", "vault", "client.id", "${ENV:PATH}"));

        assertThat(cluster.propertiesWith(Map.of())).containsEntry("config.providers", "vault,ENV,FILE");
        assertThat(KafkaCluster.at("broker:1").propertiesWith(Map.of())).containsOnlyKeys("bootstrap.servers");
    }

    private static KafkaCluster with(String jaasConfig) {
        return new KafkaCluster("broker:1", Map.of(SaslConfigs.SASL_JAAS_CONFIG, jaasConfig));
    }

    private static String jaasConfigOfAClientOf(KafkaCluster cluster) {
        Password password =
                new AdminClientConfig(cluster.propertiesWith(Map.of())).getPassword(SaslConfigs.SASL_JAAS_CONFIG);
        return password.value();
    }
}
