package dev.segue.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    /** Keeps 20 MB, and makes ten times as much garbage. */
    static final class Program {

        private static byte[] kept = {};

        public static void main(String[] words) {
            if (words.length == 0) {
                throw new IllegalStateException("No words.");
            }
            kept = new byte[(int) (20 * MIB)];
            long sum = 0;
            for (int i = 0; i < 200; i++) {
                sum += new byte[(int) MIB].length;
            }
            System.out.println(sum + kept.length);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memory_is_what_is_left_on_the_heap_and_what_is_outside() throws Exception {
        Process process = started("word");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        Figures figures = Figures.in(output).orElseThrow();
        assertThat(figures.memoryBytes()).isBetween(30 * MIB, 150 * MIB);
        assertThat(figures.cpuMs()).isNotNegative();
        assertThat(figures.wallMs()).isNotNegative();
    }

    @Test
    void a_program_that_fails_has_no_figures() throws Exception {
        Process process = started();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Figures.in(output)).isEmpty();
        assertThat(folder.resolve("errors")).content().contains("java.lang.IllegalStateException: No words.");
    }

    private Process started(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(Program.class.getName()));
        all.addAll(List.of(words));
        return new Java("64m", List.of("-XX:+UseSerialGC"))
                .start(
                        System.getProperty("java.class.path"),
                        Measured.class,
                        all,
                        Redirect.to(folder.resolve("errors").toFile()));
    }
}
