package dev.segue.contracts.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_keeps_to_them(Map.Entry<String, Schema> message) {
        assertThat(HouseRules.brokenBy(message.getValue())).isEmpty();
    }

    @Test
    void they_are_asked_of_real_messages() {
        assertThat(Messages.current())
                .containsKeys(
                        "DeadLetter",
                        "Health",
                        "LateEvent",
                        "PlaybackEvent",
                        "SessionPlays",
                        "SessionRevision",
                        "Track");
    }

    @Test
    void every_rule_bites() {
        Schema careless = new SchemaParser()
                .parse(
                        """
                {"type": "record", "name": "Careless", "fields": [
                  {"name": "userId", "doc": "The listener.", "type": "string"},
                  {"name": "country", "type": "string"},
                  {"name": "played_ms", "doc": "How long.", "type": "long"},
                  {"name": "started_at", "doc": "When.", "type": "long"},
                  {"name": "detail", "doc": "Any of them.", "type": ["null", "string", "long"]},
                  {"name": "kind", "doc": "Which.", "type": {"type": "enum", "name": "Kind", "symbols": ["A"]}}
                ]}""")
                .mainSchema();

        assertThat(HouseRules.brokenBy(careless))
                .containsExactly(
                        "Careless has no doc",
                        "Careless.userId is not in snake_case",
                        "Careless.country has no doc",
                        "Careless.played_ms is a length of time, but its doc does not say its unit",
                        "Careless.started_at is a time without the logical type timestamp-millis",
                        "Careless.detail is nullable without default",
                        "Careless.detail is a union beyond nullable",
                        "Kind has no doc",
                        "Kind has no default UNKNOWN");
    }

    static Iterable<Map.Entry<String, Schema>> messages() {
        return Messages.current().entrySet();
    }
}
