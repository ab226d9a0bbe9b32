package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import java.util.List;

/**
 * The listeners whose ids begin with what was asked for.
 *
 * @param ids sorted; at most {@value #MOST}
 * @param more whether there are others
 */
public record ListenersView(List<String> ids, boolean more) {

    private static final int MOST = 12;

    static ListenersView of(Memory memory, String prefix) {
        List<String> found = memory.listeners(prefix, MOST + 1);
        return new ListenersView(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
