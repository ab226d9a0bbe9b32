package dev.segue.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.deploy.release.Release.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images, built from the tarball and run. {@code .ci/containers} provides the engine, and what they are built on. */
class ImageIT {

    private static final String NAME =
            "segue-under-test-" + ProcessHandle.current().pid();
    private static final String TOOLS = NAME + ":tools";
    private static final String JOB = NAME + ":job";

    @TempDir
    static Path temporary;

    private static Docker docker;

    @BeforeAll
    static void build() throws Exception {
        docker = Docker.required("the images");
        Path home = Release.unpackedIn(temporary.toRealPath()).home();
        for (String target : List.of("tools", "job")) {
            docker.build(home, target, NAME + ":" + target);
        }
    }

    @AfterAll
    static void remove() throws Exception {
        if (docker != null) {
            docker.call("image", "rm", "--force", TOOLS, JOB);
        }
    }

    @Test
    void tools_run_without_rights_and_without_a_disk_of_their_own() throws Exception {
        Outcome version = docker.call(
                "run",
                "--rm",
                "--read-only",
                "--tmpfs",
                "/tmp",
                "--cap-drop",
                "ALL",
                "--network",
                "none",
                "--hostname",
                "localhost",
                TOOLS,
                "--version");

        assertThat(version.err()).isEmpty();
        assertThat(version.out()).isEqualTo("segue " + Release.version() + "\n");
        assertThat(docker.succeeds("run", "--rm", "--entrypoint", "id", TOOLS)).startsWith("uid=9999(segue)");
    }

    @Test
    void the_job_is_not_run_by_root_and_has_reporter_file_system_and_jar() throws Exception {
        assertThat(docker.succeeds("run", "--rm", JOB, "id")).startsWith("uid=9999(flink)");
        assertThat(docker.succeeds(
                        "run", "--rm", JOB, "sh", "-c", "cd /opt/flink; ls usrlib plugins/*; test -w checkpoints"))
                .contains("segue-job.jar", "flink-metrics-prometheus-", "flink-s3-fs-hadoop-");
    }

    @Test
    void a_job_that_cannot_start_says_why_in_json_and_ends() throws Exception {
        Path configuration = Files.writeString(
                temporary.resolve("sessions.yaml"),
                """
                kafka.bootstrap-servers: 127.0.0.1:1
                registry.url: http://127.0.0.1:1
                """);
        String container = docker.succeeds(
                        "create",
                        "--network",
                        "none",
                        "--hostname",
                        "localhost",
                        "--env",
                        "FLINK_PROPERTIES=jobmanager.memory.process.size: 1g",
                        JOB,
                        "standalone-job",
                        "run",
                        "sessions",
                        "--config",
                        "/opt/flink/sessions.yaml")
                .strip();
        try {
            docker.succeeds("cp", configuration.toString(), container + ":/opt/flink/sessions.yaml");

            Outcome job = docker.call("start", "--attach", container);

            List<JsonNode> events = new ArrayList<>();
            for (String line : job.out().lines().toList()) {
                events.add(new ObjectMapper().readTree(line));
            }
            assertThat(job.exitCode()).isNotZero();
            assertThat(events)
                    .extracting(event -> event.get("exception").asText())
                    .anyMatch(said -> said.contains(
                            "The schema registry does not answer: nothing listens at http://127.0.0.1:1."));
        } finally {
            docker.call("rm", "--force", container);
        }
    }
}
