package dev.segue.adapters.web.server;

import dev.segue.adapters.web.view.View;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** One view as it was asked for; who asks the same is told the same. */
record Query(View view, Map<String, String> by) {

    static Query of(View view, Map<String, Deque<String>> parameters) {
        Map<String, String> by = new TreeMap<>();
        parameters.forEach((name, values) -> by.put(name, values.peekFirst()));
        return new Query(view, by);
    }

    /** The view that an address such as {@code /now} names; null when there is none. */
    static View viewAt(String path) {
        return View.at(path.startsWith("/") ? path.substring(1) : path).orElse(null);
    }
}
