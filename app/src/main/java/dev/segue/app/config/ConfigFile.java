package dev.segue.app.config;

import dev.segue.adapters.kafka.secret.References;
import dev.segue.domain.accounting.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Flattens a YAML text to dotted keys: {@code a: {b: c}} and {@code a.b: c} are the same. Records the line of every
 * key, and collects all problems in the text instead of stopping at the first.
 */
final class ConfigFile {

    private static final int DEEPEST = 20;

    private final References references;
    private final Map<String, Written> entries = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean hasKeys = true;

    /** By what a reference does not find, in words: the keys that need it, with their lines. */
    private final Map<String, Map<String, Integer>> wanting = new LinkedHashMap<>();

    ConfigFile(String yaml, References references) {
        this.references = references;
        try {
            new Compose(LoadSettings.builder().build()).composeString(yaml).ifPresent(this::addRoot);
            wanting.forEach(this::addLacking);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            isNothing(new Problem(line, Sentence.ended("This is not YAML: " + e.getProblem())));
        } catch (YamlEngineException e) {
            isNothing(new Problem(0, Sentence.ended("This is not YAML: " + e.getMessage())));
        }
    }

    /** Whether the text is empty or consists of keys; if not, there is nothing to validate. */
    boolean hasKeys() {
        return hasKeys;
    }

    /** In the order of the file. */
    Map<String, Written> entries() {
        return entries;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Reports one problem per variable or file, however many keys need it. */
    private void addLacking(String lacking, Map<String, Integer> keys) {
        Map.Entry<String, Integer> first = keys.entrySet().iterator().next();
        String others = keys.entrySet().stream()
                .skip(1)
                .map(other -> "line " + other.getValue())
                .distinct()
                .collect(Collectors.joining(
                        ", ", keys.size() == 1 ? "" : " It is needed again in ", keys.size() == 1 ? "" : "."));
        problems.add(new Problem(first.getValue(), first.getKey() + " needs " + lacking + "." + others));
    }

    private void isNothing(Problem problem) {
        hasKeys = false;
        problems.add(problem);
    }

    private void addRoot(Node root) {
        if (root instanceof MappingNode section) {
            addSection("", section, 0);
        } else {
            isNothing(new Problem(line(root), "Expected keys with values, such as 'kafka.group-id: segue'."));
        }
    }

    private void addSection(String prefix, MappingNode section, int depth) {
        if (depth > DEEPEST) {
            problems.add(new Problem(line(section), "The sections are nested more than " + DEEPEST + " levels deep."));
            return;
        }
        for (NodeTuple tuple : section.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                add(prefix + key.getValue(), line(key), tuple.getValueNode(), depth);
            } else {
                problems.add(new Problem(
                        line(tuple.getKeyNode()),
                        "A key must be text, such as kafka.group-id, not a list or a section."));
            }
        }
    }

    private void add(String key, int line, Node value, int depth) {
        if (value instanceof MappingNode section) {
            addSection(key + ".", section, depth + 1);
        } else if (value instanceof SequenceNode list) {
            addList(key, line, list);
        } else if (value.getTag().equals(Tag.NULL)) {
            problems.add(new Problem(line, key + " has no value; give it one, or leave it out."));
        } else {
            addText(key, line, ((ScalarNode) value).getValue());
        }
    }

    private void addList(String key, int line, SequenceNode list) {
        if (!list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            problems.add(new Problem(line, key + " is a list with items that are not plain values."));
            return;
        }
        addText(
                key,
                line,
                list.getValue().stream()
                        .map(item -> ((ScalarNode) item).getValue())
                        .collect(Collectors.joining(",")));
    }

    private void addText(String key, int line, String text) {
        List<String> lacking = references.lackingFor(text);
        lacking.forEach(what ->
                wanting.computeIfAbsent(what, once -> new LinkedHashMap<>()).putIfAbsent(key, line));
        String value = lacking.isEmpty() ? references.resolved(text) : null;
        Written before = entries.putIfAbsent(key, new Written(key, text, value, line));
        if (before != null) {
            problems.add(new Problem(line, key + " is given twice; the first time in line " + before.line() + "."));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
