package dev.segue.adapters.kafka.interop;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Confluent's serializers, configured by class name as in a producer. Runs with the Maven profile {@code confluent},
 * which fetches them from Confluent's repository.
 */
@EnabledIfSystemProperty(
        named = "segue.confluent",
        matches = "true",
        disabledReason = "needs the Maven profile confluent, and Confluent's repository")
class ConfluentInteroperabilityTest extends InteroperabilityContract {

    ConfluentInteroperabilityTest() {
        super(new Confluent());
    }

    private static final class Confluent implements ForeignClient {

        @Override
        @SuppressWarnings("unchecked")
        public Serializer<Object> serializer(RegistryProcess registry) throws ClassNotFoundException {
            Serializer<Object> serializer =
                    Utils.newInstance("io.confluent.kafka.serializers.KafkaAvroSerializer", Serializer.class);
            serializer.configure(Map.of("schema.registry.url", registry.confluentUrl()), false);
            return serializer;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Deserializer<Object> deserializer(RegistryProcess registry) throws ClassNotFoundException {
            Deserializer<Object> deserializer =
                    Utils.newInstance("io.confluent.kafka.serializers.KafkaAvroDeserializer", Deserializer.class);
            deserializer.configure(
                    Map.of("schema.registry.url", registry.confluentUrl(), "specific.avro.reader", true), false);
            return deserializer;
        }
    }
}
