package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.SegueProcess;
import dev.segue.stack.Registry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its own process. */
class DemoProcessTest {

    @TempDir
    Path directory;

    @Test
    void runs_to_its_end_and_comes_out_as_planned() throws Exception {
        SegueProcess demo = demo("--for", "8s", "--listeners", "100", "--data", directory.toString());

        assertThat(demo.out())
                .containsPattern("started in \\d+\\.\\d s: page at http://127\\.0\\.0\\.1:\\d+/\n")
                .containsPattern("started in \\d+\\.\\d s: Kafka at 127\\.0\\.0\\.1:\\d+\n")
                .containsPattern(
                        "started in \\d+\\.\\d s: schema registry at http://127\\.0\\.0\\.1:\\d+/apis/ccompat/v7\n")
                .containsPattern("started in \\d+\\.\\d s: Flink with its web UI at http://127\\.0\\.0\\.1:\\d+\n")
                .containsPattern("\n0:0\\d of 0:08  [\\d,]+ events a second; sessions: \\d+ open, ")
                .containsPattern(
                        "\nSegue read [\\d,]+ = [\\d,]+ accepted \\+ [\\d,]+ duplicate \\+ [\\d,]+ late \\+ [\\d,]+ rejected\\.\n")
                .containsPattern("\nThe plan: [\\d,]+ sessions; [\\d,]+ breaks of a minute or longer, of which [1-9]")
                .containsPattern("\nHazards: flights [1-9]")
                .containsPattern("\nSessions: [1-9][\\d,]* closed, 0 still open; ")
                .contains("\nThe accounting of every job adds up.\n")
                .containsPattern("\nAll [\\d,]+ sessions are as planned\\.\n")
                .containsPattern("\nAll [\\d,]+ KPI rows match a recount of the sessions\\.\n")
                .containsPattern("\nAll track KPIs, of [1-9][\\d,]* tracks, match a recount of the plays\\.\n")
                .contains("\nThere was no incident.\n")
                .doesNotContain("\033");
        assertThat(demo.exitCode()).isZero();
        assertThat(directory).isDirectoryContaining("glob:**/segue-demo-*");
    }

    @Test
    void explains_that_it_would_prove_too_little() {
        SegueProcess demo = demo("--for", "5s", "--listeners", "3", "--without", "bots,wrong-clocks");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err())
                .contains("segue: Such a demo would prove too little: there would be only ")
                .contains(" sessions, fewer than the 50 needed; ")
                .contains(". Run it for longer (--for), add listeners (--listeners), or leave out hazards"
                        + " (--without).\n");
    }

    @Test
    void explains_a_hazard_that_is_none() {
        SegueProcess demo = demo("--without", "flights,rain");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).contains("'rain' is not a hazard; expected one of flights, two-devices, duplicates, ");
    }

    @Test
    void explains_a_port_in_use() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SegueProcess demo = demo("--kafka-port", String.valueOf(other.getLocalPort()));

            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.err())
                    .contains("segue: Port " + other.getLocalPort()
                            + " for Kafka cannot be used (Address already in use)."
                            + " Something else listens there: stop it, or choose another port.\n")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void explains_a_directory_that_cannot_be_written() throws Exception {
        Path file = Files.createFile(directory.resolve("a file"));

        SegueProcess demo = demo("--data", file.toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.err()).contains("segue: The demo cannot create a directory for its data in " + file);
    }

    @Test
    void explains_a_length_that_is_none() {
        SegueProcess demo = demo("--for", "soon");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).contains("'soon' is not a duration; for example 15m, 900s or PT15M");
    }

    @Test
    void explains_a_speed_that_is_none() {
        SegueProcess demo = demo("--speed", "0");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).contains("segue: --speed must be 1 to 100000, but is 0.\n");
    }

    private static SegueProcess demo(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "demo";
        System.arraycopy(options, 0, arguments, 1, options.length);
        String registry = "\"-D" + Registry.HOME + "=" + System.getProperty(Registry.HOME) + "\"";
        return SegueProcess.run(
                Map.of("JDK_JAVA_OPTIONS", registry + " --add-opens=java.base/java.util=ALL-UNNAMED"), arguments);
    }
}
