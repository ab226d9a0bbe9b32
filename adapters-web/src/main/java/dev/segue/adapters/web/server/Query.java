package dev.segue.adapters.web.server;

import dev.segue.adapters.web.view.View;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** A view with its parameters; equal queries get the same answer. */
record Query(View view, Map<String, String> by) {

    static Query of(View view, Map<String, Deque<String>> parameters) {
        Map<String, String> by = new TreeMap<>();
        parameters.forEach((name, values) -> by.put(name, values.peekFirst()));
        return new Query(view, by);
    }

    /** The view at an address such as {@code /now}; null if there is none. */
    static View viewAt(String path) {
        return View.at(path.startsWith("/") ? path.substring(1) : path).orElse(null);
    }
}
