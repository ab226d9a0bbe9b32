package dev.segue.contracts.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/** Shows that the gate stops what it should, naming the field, and lets the rest pass. */
class CompatibilityGateTest {

    private static final String RELEASED =
            """
            {"type": "record", "name": "Ride", "namespace": "test", "fields": [
              {"name": "user_id", "type": "string"},
              {"name": "stops", "type": "int", "default": 0},
              {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "kind", "type":
                {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "BUS"], "default": "UNKNOWN"}},
              {"name": "end", "default": null, "type": ["null",
                {"type": "record", "name": "End", "fields": [
                  {"name": "fare", "type": "long"},
                  {"name": "how", "type": {"type": "enum", "name": "How", "symbols": ["PAID", "FLED"]}}]}]},
              {"name": "legs", "default": [], "type": {"type": "array", "items":
                {"type": "record", "name": "Leg", "fields": [{"name": "line", "type": "string"}]}}}
            ]}""";

    @Test
    void the_same_schema_passes() {
        assertThat(problemsOf(RELEASED)).isEmpty();
    }

    @Test
    void a_new_field_with_default_passes() {
        assertThat(problemsOf(changed(
                        "{\"name\": \"user_id\"",
                        """
                {"name": "city", "type": "string", "default": ""}, {"name": "user_id\"""")))
                .isEmpty();
    }

    @Test
    void a_new_field_without_default_is_stopped() {
        assertThat(problemsOf(changed(
                        "{\"name\": \"user_id\"",
                        """
                {"name": "city", "type": "string"}, {"name": "user_id\"""")))
                .containsExactly("Ride breaks v1 at city: today's schema cannot read what v1 writes,"
                        + " because the field is not written and has no default");
    }

    @Test
    void the_removal_of_a_field_without_default_is_stopped() {
        assertThat(problemsOf(changed("{\"name\": \"user_id\", \"type\": \"string\"},", "")))
                .containsExactly("Ride breaks v1 at user_id: v1 cannot read what today's schema writes,"
                        + " because the field is not written and has no default");
    }

    @Test
    void the_removal_of_a_field_inside_a_nullable_record_is_stopped_and_named() {
        assertThat(problemsOf(changed("{\"name\": \"fare\", \"type\": \"long\"},", "")))
                .containsExactly("Ride breaks v1 at end.fare: v1 cannot read what today's schema writes,"
                        + " because the field is not written and has no default");
    }

    @Test
    void the_renaming_of_a_field_inside_a_list_is_stopped_and_named() {
        assertThat(problemsOf(changed("\"line\"", "\"route\"")))
                .containsExactly(
                        "Ride breaks v1 at legs.route: today's schema cannot read what v1 writes,"
                                + " because the field is not written and has no default",
                        "Ride breaks v1 at legs.line: v1 cannot read what today's schema writes,"
                                + " because the field is not written and has no default");
    }

    @Test
    void a_type_that_grows_is_stopped_because_old_readers_cannot_follow() {
        assertThat(problemsOf(changed("\"stops\", \"type\": \"int\"", "\"stops\", \"type\": \"long\"")))
                .containsExactly("Ride breaks v1 at stops: v1 cannot read what today's schema writes, because of"
                        + " TYPE_MISMATCH: reader type: INT not compatible with writer type: LONG");
    }

    @Test
    void a_field_that_becomes_nullable_is_stopped() {
        assertThat(problemsOf(
                        changed("\"user_id\", \"type\": \"string\"", "\"user_id\", \"type\": [\"null\", \"string\"]")))
                .containsExactly("Ride breaks v1 at user_id: v1 cannot read what today's schema writes, because of"
                        + " TYPE_MISMATCH: reader type: STRING not compatible with writer type: NULL");
    }

    @Test
    void a_new_symbol_of_an_enum_with_default_passes() {
        assertThat(problemsOf(changed("\"BUS\"", "\"BUS\", \"TRAM\""))).isEmpty();
    }

    @Test
    void a_new_symbol_of_an_enum_without_default_is_stopped() {
        assertThat(problemsOf(changed("\"FLED\"", "\"FLED\", \"FREE\"")))
                .containsExactly("Ride breaks v1 at end.how: v1 cannot read what today's schema writes,"
                        + " because of MISSING_ENUM_SYMBOLS: [FREE]");
    }

    @Test
    void another_name_for_a_nested_record_is_stopped() {
        assertThat(problemsOf(changed("\"name\": \"End\"", "\"name\": \"Finish\"")))
                .contains("Ride breaks v1 at end: v1 cannot read what today's schema writes,"
                        + " because its reader does not expect test.Finish");
    }

    @Test
    void a_changed_unit_is_stopped_although_avro_lets_it_pass() {
        assertThat(problemsOf(changed("timestamp-millis", "timestamp-micros")))
                .containsExactly("Ride breaks v1 at at: its logical type was timestamp-millis and is timestamp-micros");
    }

    @Test
    void every_released_version_is_held_not_only_the_last() {
        Schema second = parsed(changed("\"user_id\", \"type\"", "\"user_id\", \"default\": \"\", \"type\""));
        Schema today = parsed(changed("{\"name\": \"user_id\", \"type\": \"string\"},", ""));

        assertThat(CompatibilityGate.problems(today, new TreeMap<>(Map.of(1, parsed(RELEASED), 2, second))))
                .containsExactly("Ride breaks v1 at user_id: v1 cannot read what today's schema writes,"
                        + " because the field is not written and has no default");
    }

    @Test
    void a_message_that_was_never_released_is_stopped_with_an_explanation() {
        assertThat(CompatibilityGate.problems(parsed(RELEASED), new TreeMap<>()))
                .containsExactly("Ride has no released version. Copy contracts/target/messages/Ride.avsc to"
                        + " contracts/released/Ride/v1.avsc and commit it with the schema.");
    }

    @Test
    void a_change_that_is_not_released_yet_gets_an_explanation() {
        SortedMap<Integer, Schema> released = new TreeMap<>(Map.of(1, parsed(RELEASED)));

        assertThat(CompatibilityGate.unreleased(parsed(RELEASED), released)).isNull();
        assertThat(CompatibilityGate.unreleased(parsed(changed("\"BUS\"", "\"BUS\", \"TRAM\"")), released))
                .isEqualTo("Ride differs from its last released version, v1. Before a release, copy"
                        + " contracts/target/messages/Ride.avsc to contracts/released/Ride/v2.avsc.");
    }

    @Test
    void a_seventh_event_type_passes() {
        String sixTypes = Messages.released("PlaybackEvent").get(1).toString();
        String seventhType = replaced(sixTypes, "\"AD_ENDED\"]", "\"AD_ENDED\",\"LYRICS_OPENED\"]");
        String seventh = replaced(
                seventhType,
                "{\"name\":\"ad_ended\"",
                """
                {"name":"lyrics_opened","default":null,"type":["null",{"type":"record","name":"LyricsOpened","fields":[\
                {"name":"play_id","type":["null","string"],"default":null}]}]},{"name":"ad_ended\"""");

        assertThat(CompatibilityGate.problems(parsed(seventh), Messages.released("PlaybackEvent")))
                .isEmpty();
    }

    private static List<String> problemsOf(String today) {
        return CompatibilityGate.problems(parsed(today), new TreeMap<>(Map.of(1, parsed(RELEASED))));
    }

    private static String changed(String part, String into) {
        return replaced(RELEASED, part, into);
    }

    private static String replaced(String schema, String part, String into) {
        assertThat(schema).containsOnlyOnce(part);
        return schema.replace(part, into);
    }

    private static Schema parsed(String schema) {
        return new SchemaParser().parse(schema).mainSchema();
    }
}
