package dev.segue.adapters.web.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.EnumSet;

/**
 * The state of one view at one moment, as JSON.
 *
 * @param text on one line
 */
record Answer(JsonNode tree, String text) {

    private static final EnumSet<DiffFlags> ONLY_ADD_REMOVE_REPLACE =
            EnumSet.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION, DiffFlags.OMIT_VALUE_ON_REMOVE);

    static Answer of(JsonNode tree) {
        return new Answer(tree, tree.toString());
    }

    boolean isAs(Answer other) {
        return other != null && text.equals(other.text);
    }

    /**
     * The server-sent event for a browser that was last sent {@code before}: the changes as a JSON Patch (RFC 6902), or
     * the whole answer if that is no longer than the patch, or if {@code before} is null.
     */
    String event(String name, Answer before) {
        if (before != null) {
            String patch =
                    JsonDiff.asJson(before.tree, tree, ONLY_ADD_REMOVE_REPLACE).toString();
            if (patch.length() < text.length()) {
                return event(name + "-patch", patch);
            }
        }
        return event(name, text);
    }

    /** The JSON is on one line, so the event has a single data line. */
    private static String event(String name, String data) {
        return "event:" + name + "\ndata:" + data + "\n\n";
    }
}
