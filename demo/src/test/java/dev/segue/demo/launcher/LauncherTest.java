package dev.segue.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.demo.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./segue} does before Java starts. */
class LauncherTest {

    @TempDir
    Path temporary;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(temporary.toRealPath());
    }

    @Test
    void builds_once_and_then_runs_with_the_arguments_as_they_were_given() throws Exception {
        Outcome first = checkout.launch("replay", "my history.zip", "--out", "");
        Outcome second = checkout.launch("replay", "my history.zip", "--out", "");

        assertThat(first.exitCode()).isEqualTo(Checkout.EXIT_CODE_OF_THE_FAKE_JAVA);
        assertThat(first.out())
                .endsWith("-cp\n" + checkout.folder() + "/demo/target/classes:" + checkout.folder()
                        + "/library.jar\ndev.segue.app.cli.Segue\nreplay\nmy history.zip\n--out\n\n");
        assertThat(first.err())
                .startsWith("Building Segue. The first time takes minutes, because Maven downloads what it needs.\n")
                .matches("(?s).*\nBuilt in \\d+ s\\.\n");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void runs_what_lies_in_lib_where_it_is_a_release_and_builds_nothing() throws Exception {
        Files.createDirectory(checkout.folder().resolve("lib"));
        checkout.remove("mvn");
        Files.delete(checkout.jdk().resolve("bin/javac"));

        Outcome outcome = checkout.launch("run", "sessions");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("-Dsegue.log=" + checkout.folder() + "/logs/segue-")
                .endsWith("-cp\n" + checkout.folder() + "/lib/*\ndev.segue.app.cli.Segue\nrun\nsessions\n");
    }

    @Test
    void asks_for_a_jre_only_where_it_is_a_release() throws Exception {
        Files.createDirectory(checkout.folder().resolve("lib"));
        checkout.remove("java");

        assertFailsWith("segue: There is no Java on the PATH, and JAVA_HOME is not set.\n  Install a JRE 17 or later ");
    }

    @Test
    void bounds_the_memory_of_a_replay_and_of_the_demo() throws Exception {
        assertThat(checkout.launch("replay", "x").out().lines()).contains("-Xmx1200m");
        assertThat(checkout.launch("demo").out().lines()).contains("-Xmx1g");
        assertThat(checkout.launch("run", "sessions").out().lines())
                .contains("-XX:MaxRAMPercentage=50")
                .noneMatch(option -> option.startsWith("-Xmx"));
    }

    @Test
    void builds_again_once_a_source_has_changed() throws Exception {
        checkout.launch();
        checkout.changeASource();

        assertThat(checkout.launch().err())
                .startsWith("Building Segue, because something has changed since the last time.\n");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void builds_again_once_a_library_is_gone() throws Exception {
        checkout.launch();
        Files.delete(checkout.folder().resolve("library.jar"));
        checkout.launch();

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void finds_itself_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(
                checkout.path().resolve("segue"), Path.of("..", "a checkout with spaces", "segue"));

        assertThat(checkout.launch(link, null).exitCode()).isEqualTo(Checkout.EXIT_CODE_OF_THE_FAKE_JAVA);
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void collects_garbage_with_g1_unless_its_user_chooses_another_collector() throws Exception {
        assertThat(options("")).contains("-XX:+UseG1GC");
        assertThat(options("-Xmx2g -XX:MaxGCPauseMillis=50"))
                .contains("-XX:+UseG1GC", "-Xmx2g", "-XX:MaxGCPauseMillis=50");
        assertThat(options("-Xmx2g -XX:+UseParallelGC")).contains("-Xmx2g").containsOnlyOnce("-XX:+UseParallelGC");
        for (String other : List.of("Serial", "Parallel", "Z", "Shenandoah", "Epsilon")) {
            assertThat(options("-XX:+Use" + other + "GC")).doesNotContain("-XX:+UseG1GC");
        }
        assertThat(options("-XX:+UseG1GC")).containsOnlyOnce("-XX:+UseG1GC");
    }

    @Test
    void leaves_the_collector_to_javas_own_variables_too() throws Exception {
        for (String variable : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            checkout.environment(variable, "-Xss2m -XX:+UseParallelGC");
            assertThat(options("")).doesNotContain("-XX:+UseG1GC");
            checkout.environment(variable, "");
            assertThat(options("")).contains("-XX:+UseG1GC");
        }
    }

    @Test
    void leaves_the_heap_to_javas_own_variables_too() throws Exception {
        for (String variable : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            checkout.environment(variable, "-Xss2m -Xmx8g");
            assertThat(options("")).noneMatch(option -> option.startsWith("-Xmx"));
            checkout.environment(variable, "");
            assertThat(options("")).contains("-Xmx1g");
        }
    }

    @Test
    void gives_java_a_locale_that_keeps_names_where_the_callers_knows_only_ascii() throws Exception {
        checkout.javaInLocaleOf("ANSI_X3.4-1968");

        assertThat(checkout.launch("replay").out()).startsWith("locale C.UTF-8\n");
    }

    @Test
    void leaves_every_other_locale_as_it_is() throws Exception {
        for (String encoding : List.of("UTF-8", "ISO-8859-1")) {
            checkout.javaInLocaleOf(encoding);

            assertThat(checkout.launch("replay").out()).startsWith("locale of the caller\n");
        }
    }

    @Test
    void leaves_options_that_only_look_like_a_collector_alone() throws Exception {
        assertThat(options("-XX:-UseParallelGC")).contains("-XX:+UseG1GC", "-XX:-UseParallelGC");
        assertThat(options("-XX:+UseStringDeduplication")).contains("-XX:+UseG1GC");
    }

    @Test
    void takes_the_java_that_java_home_names() throws Exception {
        checkout.remove("java");

        assertThat(checkout.launch(checkout.folder().resolve("segue"), checkout.jdk())
                        .exitCode())
                .isEqualTo(Checkout.EXIT_CODE_OF_THE_FAKE_JAVA);
    }

    @Test
    void explains_a_java_that_is_too_old() throws Exception {
        checkout.javaOfVersion("1.8.0_392");

        assertFailsWith("segue: Segue needs Java 17 or later. The Java on the PATH is " + checkout.path()
                + "/java, version 1.8.0_392.\n  Install a JDK 17 or later ");
    }

    @Test
    void explains_that_there_is_no_java() throws Exception {
        checkout.remove("java");

        assertFailsWith("segue: There is no Java on the PATH, and JAVA_HOME is not set.\n  Install a JDK 17 or later ");
    }

    @Test
    void explains_a_java_home_that_leads_nowhere() throws Exception {
        Outcome outcome = checkout.launch(checkout.folder().resolve("segue"), Path.of("/nowhere"), "demo");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("segue: JAVA_HOME is /nowhere, but there is no Java in it.\n");
    }

    @Test
    void explains_that_a_jre_cannot_build() throws Exception {
        Files.delete(checkout.jdk().resolve("bin/javac"));

        assertFailsWith("segue: Segue has to be built, and the Java in " + checkout.jdk()
                + " is one that only runs programs (a JRE).\n");
    }

    @Test
    void explains_that_there_is_no_maven() throws Exception {
        checkout.remove("mvn");

        assertFailsWith(
                "segue: Segue has to be built, and there is no mvn on the PATH.\n" + "  Install Maven 3.8.7 or later ");
    }

    @Test
    void explains_a_maven_that_is_too_old() throws Exception {
        checkout.mavenOfVersion("3.8.6", "");

        assertFailsWith("segue: Segue needs Maven 3.8.7 or later. The mvn on the PATH is " + checkout.path()
                + "/mvn, version 3.8.6.\n");
    }

    @Test
    void takes_a_maven_of_a_later_kind() throws Exception {
        checkout.launch();
        checkout.mavenOfVersion("3.10.0", "echo once >>builds");
        checkout.changeASource();

        assertThat(checkout.launch().exitCode()).isEqualTo(Checkout.EXIT_CODE_OF_THE_FAKE_JAVA);
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void explains_a_failed_download() throws Exception {
        String maven = "[ERROR] Could not transfer artifact a:b:1 from/to central: Unknown host";
        checkout.mavenOfVersion("3.9.9", "echo '[INFO] Scanning'; echo '" + maven + "'; exit 1");

        Outcome outcome = checkout.launch("demo");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .endsWith("segue: The build has failed. Maven could not download something it needs. It needs a way to"
                        + " Maven Central: directly, or through a mirror or proxy set up in ~/.m2/settings.xml.\n  "
                        + maven + "\n  All that Maven said is in " + checkout.folder() + "/target/build.log\n");
    }

    @Test
    void explains_a_failed_build_and_tries_again_the_next_time() throws Exception {
        checkout.mavenOfVersion("3.9.9", "echo once >>builds; echo '[ERROR] A.java:[1,1] wrong'; exit 1");

        Outcome outcome = checkout.launch("demo");
        checkout.launch("demo");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .endsWith("segue: The build has failed. Maven says why:\n  [ERROR] A.java:[1,1] wrong\n"
                        + "  All that Maven said is in " + checkout.folder() + "/target/build.log\n");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void explains_a_full_disk() throws Exception {
        checkout.mavenOfVersion("3.9.9", "echo '[ERROR] write: No space left on device'; exit 1");

        assertThat(checkout.launch("demo").err())
                .contains("segue: The build has failed. The disk is full.")
                .contains("  [ERROR] write: No space left on device\n");
    }

    @Test
    void explains_that_it_cannot_write_its_build() throws Exception {
        Files.writeString(checkout.folder().resolve("target"), "a file where a directory should be");

        assertFailsWith("segue: Segue has to be built, and cannot write to " + checkout.folder() + "/target.\n");
    }

    /** Java's arguments, one per line, with this {@code SEGUE_JAVA_OPTS}. */
    private List<String> options(String javaOptions) throws Exception {
        checkout.environment("SEGUE_JAVA_OPTS", javaOptions);
        return checkout.launch("demo").out().lines().toList();
    }

    private void assertFailsWith(String beginning) throws Exception {
        Outcome outcome = checkout.launch("demo");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith(beginning);
        assertThat(checkout.builds()).isZero();
    }
}
