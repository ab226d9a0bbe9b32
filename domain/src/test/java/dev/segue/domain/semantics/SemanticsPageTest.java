package dev.segue.domain.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** For every rule, docs/semantics.md names tests that exist. */
class SemanticsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "semantics.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAME = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void every_test_that_the_page_names_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        List<MatchResult> named = NAME.matcher(Files.readString(PAGE)).results().toList();
        for (MatchResult name : named) {
            if (!testsOf(name.group(1)).contains(name.group(2))) {
                missing.add(name.group());
            }
        }

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_rule_of_the_page_names_a_test() throws IOException {
        List<String> rules = Arrays.stream(Files.readString(PAGE).split("\n### ", -1))
                .skip(1)
                .toList();

        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(rules).allSatisfy(rule -> assertThat(rule).containsPattern(NAME));
    }

    @Test
    void every_example_of_the_page_names_a_test() throws IOException {
        List<String> examples = Arrays.stream(Files.readString(PAGE).split("\n\n", -1))
                .filter(paragraph -> paragraph.startsWith(">"))
                .toList();

        assertThat(examples).hasSizeGreaterThan(50);
        assertThat(examples).allSatisfy(example -> assertThat(example).containsPattern(NAME));
    }

    /** The tests that run with a class: its own and inherited ones. */
    private static Set<String> testsOf(String simpleName) throws IOException {
        Class<?> testClass = testClass(simpleName);
        return Stream.of(testClass.getDeclaredMethods(), testClass.getMethods())
                .flatMap(Arrays::stream)
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Class<?> testClass(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path source = files.filter(file -> file.endsWith(simpleName + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No such test class: " + simpleName + "."));
            String path = TESTS.relativize(source).toString();
            return Class.forName(path.substring(0, path.length() - ".java".length())
                    .replace(source.getFileSystem().getSeparator(), "."));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
