package dev.segue.adapters.kafka.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.kafka.codec.GoldenEvents;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.Samples;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.strategy.TopicIdStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Apicurio's serializers, through the registry's native interface; and our client with the real registry. */
class ApicurioInteroperabilityTest extends InteroperabilityContract {

    ApicurioInteroperabilityTest() {
        super(new Apicurio());
    }

    @Test
    void we_read_events_whose_schema_is_split_into_references() throws UnusableRecord {
        PlaybackCodec ours = new PlaybackCodec(registry(), "split");

        try (Serializer<Object> theirs = Apicurio.serializer(process(), false)) {
            byte[] value = theirs.serialize("split", Samples.contracts().get(1));

            assertThat(ours.decode(value)).isEqualTo(Samples.all().get(1));
        }
    }

    /** Leaves what they write now in target/golden, to be copied when a new version of the message is released. */
    @Test
    void they_still_write_the_golden_bytes() throws IOException {
        List<byte[]> written = new ArrayList<>();
        try (Serializer<Object> theirs = Apicurio.serializer(process(), true)) {
            Samples.contracts().forEach(event -> written.add(theirs.serialize("listening.playback", event)));
        }
        Path left = Path.of("target/golden/playback-events.hex");
        Files.createDirectories(left.getParent());
        Files.writeString(left, GoldenEvents.lines(written));

        assertThat(written.stream().map(ApicurioInteroperabilityTest::withoutId))
                .containsExactlyElementsOf(GoldenEvents.values().stream()
                        .map(ApicurioInteroperabilityTest::withoutId)
                        .toList());
    }

    @Test
    void what_the_registry_does_not_have_is_unknown() {
        assertThatThrownBy(() -> registry().schemaOf(987_654))
                .isInstanceOf(UnknownSchema.class)
                .hasMessage("The schema registry has no schema with id 987654. Was the message written with another"
                        + " registry, or another context of it?");
    }

    @Test
    void a_registry_that_is_there_answers() {
        assertThatCode(() -> registry().requireAnswer()).doesNotThrowAnyException();
    }

    /** Apicurio never returns a deleted version; Confluent's registry does, on requests with deleted=true. */
    @Test
    void a_schema_whose_reference_is_gone_is_unknown() throws Exception {
        process()
                .ask(
                        "POST",
                        "/subjects/gone/versions",
                        """
                {"schema": "{\\"type\\": \\"enum\\", \\"name\\": \\"G\\", \\"symbols\\": [\\"X\\"]}"}""");
        process().ask("DELETE", "/subjects/gone", "");
        int id = process()
                .ask(
                        "POST",
                        "/subjects/refers/versions",
                        """
                {"schema": "{\\"type\\": \\"array\\", \\"items\\": \\"G\\"}",
                 "references": [{"name": "G", "subject": "gone", "version": 1}]}""")
                .path("id")
                .intValue();

        assertThatThrownBy(() -> registry().schemaOf(id))
                .isInstanceOf(UnknownSchema.class)
                .hasMessage("The schema with id " + id + " refers to version 1 of gone, which the schema registry does"
                        + " not have. Was it deleted?");
    }

    @Test
    void a_wrong_path_is_a_failure_and_says_nothing_of_the_record() {
        SchemaRegistry wrong = RegistryAccess.at(process().confluentUrl().replace("/ccompat/v7", ""))
                .connect();

        assertThatThrownBy(() -> wrong.schemaOf(1))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageContaining(" answered 404")
                .hasMessageEndingWith(". Is the path in the registry's URL right? Apicurio's ends in /apis/ccompat/v7");
    }

    @Test
    void a_subject_held_to_all_its_versions_takes_no_schema_that_breaks_one() {
        Schema first = SchemaBuilder.record("Held").fields().requiredLong("at").endRecord();
        Schema second =
                SchemaBuilder.record("Held").fields().requiredString("at").endRecord();

        registry().holdToAllVersions("held-value");
        registry().idOf("held-value", first);

        assertThatThrownBy(() -> registry().idOf("held-value", second))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageStartingWith("The schema registry does not accept our schema for held-value, because it is"
                        + " not compatible with the registered versions: ");
    }

    @Test
    void a_schema_that_is_there_is_found_without_registering_and_one_that_is_not_is_not_registered() {
        Schema schema =
                SchemaBuilder.record("Found").fields().requiredLong("at").endRecord();
        Schema other =
                SchemaBuilder.record("Found").fields().requiredString("at").endRecord();
        SchemaRegistry reader =
                RegistryAccess.at(process().confluentUrl()).registering(false).connect();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> reader.idOf("found-value", schema))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessageStartingWith("The schema registry does not have our schema Found under found-value");
        }
        int id = registry().idOf("found-value", schema);

        assertThat(reader.idOf("found-value", schema)).isEqualTo(id);
        assertThatThrownBy(() -> reader.idOf("found-value", other))
                .isInstanceOf(RegistryFailure.class)
                .hasMessageStartingWith("The schema registry does not have our schema Found under found-value");
    }

    private static String withoutId(byte[] value) {
        return HexFormat.of().formatHex(value, 5, value.length);
    }

    private static final class Apicurio implements ForeignClient {

        @Override
        public Serializer<Object> serializer(RegistryProcess registry) {
            return serializer(registry, true);
        }

        /** Registers nested types separately, unless configured to write whole schemas. */
        static Serializer<Object> serializer(RegistryProcess registry, boolean wholeSchemas) {
            Serializer<Object> serializer = new AvroKafkaSerializer<>();
            Map<String, Object> settings = new HashMap<>();
            settings.put("apicurio.registry.url", registry.nativeUrl());
            settings.put("apicurio.registry.auto-register", true);
            settings.put("apicurio.registry.artifact-resolver-strategy", TopicIdStrategy.class.getName());
            settings.put("apicurio.registry.dereference-schema", wholeSchemas);
            serializer.configure(settings, false);
            return serializer;
        }

        @Override
        public Deserializer<Object> deserializer(RegistryProcess registry) {
            Deserializer<Object> deserializer = new AvroKafkaDeserializer<>();
            deserializer.configure(
                    Map.of(
                            "apicurio.registry.url",
                            registry.nativeUrl(),
                            "apicurio.registry.use-specific-avro-reader",
                            true),
                    false);
            return deserializer;
        }
    }
}
