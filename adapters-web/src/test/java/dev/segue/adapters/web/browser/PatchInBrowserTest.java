package dev.segue.adapters.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An answer with a patch applied in the browser is exactly the next answer of the server. */
class PatchInBrowserTest extends InBrowser {

    private static final int TRIALS = 300;
    private static final List<String> NAMES = List.of("a", "b", "c/d", "e~f", "~1", "0", "");

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(11);

    @Test
    void any_answer_is_made_of_any_other_by_its_patch() throws Exception {
        go("now");
        for (int trial = 0; trial < TRIALS; trial++) {
            JsonNode before = anObject(3);
            JsonNode now = random.nextInt(3) == 0 ? anObject(3) : changed(before.deepCopy());
            JsonNode patch = JsonDiff.asJson(
                    before,
                    now,
                    EnumSet.of(
                            DiffFlags.OMIT_MOVE_OPERATION,
                            DiffFlags.OMIT_COPY_OPERATION,
                            DiffFlags.OMIT_VALUE_ON_REMOVE));

            assertThat(json.readTree(patchedInBrowser(before, patch)))
                    .as("%s by %s", before, patch)
                    .isEqualTo(now);
        }
    }

    @Test
    void what_did_not_change_is_the_same_object() {
        go("now");

        assertThat((Boolean) page.evaluate("async () => { const { patched } = await import('/page/patch.js');"
                        + " const before = { sessions: [{ id: 1 }, { id: 2 }], signal: {} };"
                        + " const now = patched(before, [{ op: 'replace', path: '/sessions/0/id', value: 3 }]);"
                        + " return now.sessions[0].id === 3 && before.sessions[0].id === 1"
                        + "   && now.sessions[1] === before.sessions[1] && now.signal === before.signal; }"))
                .isTrue();
    }

    private String patchedInBrowser(JsonNode before, JsonNode patch) {
        return (String) page.evaluate(
                "async ([before, patch]) => { const { patched } = await import('/page/patch.js');"
                        + " return JSON.stringify(patched(JSON.parse(before), JSON.parse(patch))); }",
                List.of(before.toString(), patch.toString()));
    }

    private JsonNode changed(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.set(aName(), aValue(1));
            object.remove(aName());
            object.properties().forEach(field -> changed(field.getValue()));
        } else if (value instanceof ArrayNode array) {
            int at = random.nextInt(array.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> array.insert(at, aValue(1));
                case 1 -> array.remove(at);
                default -> array.add(aValue(1));
            }
        }
        return value;
    }

    private ObjectNode anObject(int depth) {
        ObjectNode made = json.createObjectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            made.set(aName(), aValue(depth - 1));
        }
        return made;
    }

    private JsonNode aValue(int depth) {
        int kind = random.nextInt(depth > 0 ? 5 : 3);
        return switch (kind) {
            case 0 -> json.getNodeFactory().numberNode(random.nextInt(4));
            case 1 -> json.getNodeFactory().textNode("t" + random.nextInt(4));
            case 2 -> json.getNodeFactory().nullNode();
            case 3 -> anObject(depth);
            default -> anArray(depth);
        };
    }

    private ArrayNode anArray(int depth) {
        ArrayNode made = json.createArrayNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            made.add(aValue(depth - 1));
        }
        return made;
    }

    private String aName() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
