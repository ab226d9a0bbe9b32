package dev.segue.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code benchmarks/run} starts is there. */
class RunScriptTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void every_program_is_a_class_with_a_main_method() throws Exception {
        List<String> programs = found("program=(dev\\.segue\\.[\\w.]+)");

        assertThat(programs).hasSizeGreaterThan(5);
        for (String program : programs) {
            assertThat(Class.forName(program).getMethod("main", String[].class)).isNotNull();
        }
    }

    @Test
    void the_registry_is_where_the_script_looks_for_it() throws IOException {
        assertThat(found("segue\\.registry\\.home=\\$root/([^\"]+)"))
                .singleElement()
                .satisfies(folder -> assertThat(ROOT.resolve(folder)).isDirectory());
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve("benchmarks/run")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
