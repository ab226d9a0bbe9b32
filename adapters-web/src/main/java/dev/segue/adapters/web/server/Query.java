package dev.segue.adapters.web.server;

import dev.segue.adapters.web.view.Parameter;
import dev.segue.adapters.web.view.View;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A view with its parameters; equal queries get the same answer.
 *
 * @param by values that the view's parameters can have, by their names
 */
record Query(View view, Map<String, String> by) {

    private static final int LONGEST_SHOWN = 40;

    /** Takes what is wrong as missing: links to the page may be old. */
    static Query lenient(View view, Map<String, Deque<String>> parameters) {
        Map<String, String> by = new TreeMap<>();
        for (Parameter parameter : view.parameters()) {
            given(parameters, parameter).flatMap(parameter::read).ifPresent(value -> by.put(parameter.name(), value));
        }
        return new Query(view, by);
    }

    /** Refuses what is wrong, so that no typing error in a program goes unnoticed. */
    static Query strict(View view, Map<String, Deque<String>> parameters) throws WrongParameter {
        for (String name : parameters.keySet()) {
            if (view.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                throw new WrongParameter(
                        view.path() + " has no parameter " + shown(name) + ". " + theParametersOf(view));
            }
        }
        for (Parameter parameter : view.parameters()) {
            Optional<String> value = given(parameters, parameter);
            if (value.isPresent() && parameter.read(value.get()).isEmpty()) {
                throw new WrongParameter("The parameter " + parameter.name() + " cannot be " + shown(value.get())
                        + ". It must be " + parameter.allowed() + ".");
            }
        }
        Query query = lenient(view, parameters);
        Optional<String> problem = view.problem(query.by());
        if (problem.isPresent()) {
            throw new WrongParameter(problem.get());
        }
        return query;
    }

    /** The view at an address such as {@code /now}; null if there is none. */
    static View viewAt(String path) {
        return View.at(path.startsWith("/") ? path.substring(1) : path).orElse(null);
    }

    /** An empty value counts as none: forms send these. */
    private static Optional<String> given(Map<String, Deque<String>> parameters, Parameter parameter) {
        Deque<String> values = parameters.get(parameter.name());
        return values == null
                ? Optional.empty()
                : Optional.of(values.getFirst()).filter(value -> !value.isEmpty());
    }

    private static String theParametersOf(View view) {
        return view.parameters().isEmpty()
                ? "It has none."
                : "It has " + view.parameters().stream().map(Parameter::name).collect(Collectors.joining(", ")) + ".";
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
