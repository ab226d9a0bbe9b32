package dev.segue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.SegueProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An installation that is verified as its operator would: a job, a simulated audience and the verdict, as processes.
 * Listeners have pseudonyms, which the verdict must know too.
 */
class VerifyProcessTest {

    private static final String BEGINNING = "--from=2026-03-02T06:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void an_installation_is_as_planned_or_it_says_what_is_not() throws Exception {
        try (ConfiguredStack stack = ConfiguredStack.in(
                folder,
                "job.checkpoint-interval: 1s",
                "job.parallelism: 1",
                "playback.idle-after: 1s",
                "playback.pseudonym.key: 0123456789abcdef0123456789abcdef")) {
            Path plan = folder.resolve("plan.jsonl");
            Process job = new ProcessBuilder(SegueProcess.commandLine("run", "sessions", stack.config()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("job.txt").toFile())
                    .start();
            try {
                SegueProcess simulated = SegueProcess.run(
                        "simulate", stack.config(), "--listeners=30", BEGINNING, "--follow-job", "--plan=" + plan);
                assertThat(simulated.exitCode()).as(simulated.err()).isZero();

                SegueProcess asPlanned = verify(stack, plan, "--within=5m");
                assertThat(asPlanned.exitCode())
                        .as(asPlanned.out() + asPlanned.err())
                        .isZero();
                assertThat(asPlanned.out())
                        .contains("The accounting of every job adds up.\n")
                        .contains(" sessions are as planned.\n")
                        .contains("No revision was emitted twice.\n")
                        .contains(" plays belong to them.\n")
                        .endsWith("Everything is as planned.\n");

                List<String> lines = Files.readAllLines(plan);
                Files.write(plan, lines.subList(1, lines.size()));
                SegueProcess notAsPlanned = verify(stack, plan, "--within=0s");
                assertThat(notAsPlanned.exitCode()).isEqualTo(1);
                assertThat(notAsPlanned.out())
                        .contains(" sessions match, but there is 1 difference:\n")
                        .contains(", but it was not planned.\n");
                assertThat(notAsPlanned.err()).startsWith("segue: The installation is NOT as planned; see above.");
            } finally {
                job.destroy();
                job.waitFor();
            }
        }
    }

    @Test
    void explains_what_cannot_be_verified() throws Exception {
        Path plan = folder.resolve("plan.jsonl");
        Path config = folder.resolve("sessions.yaml");
        Files.writeString(plan, "no plan\n");
        Files.writeString(
                config, "kafka.bootstrap-servers: 127.0.0.1:1\nregistry.url: http://127.0.0.1:1\nsessions.cap: 3h\n");

        SegueProcess otherRules = SegueProcess.run("verify", "--config=" + config, "--plan=" + plan);
        Files.writeString(config, "kafka.bootstrap-servers: 127.0.0.1:1\nregistry.url: http://127.0.0.1:1\n");
        SegueProcess noPlan = SegueProcess.run("verify", "--config=" + config, "--plan=" + plan);
        SegueProcess noFile = SegueProcess.run("verify", "--config=" + config, "--plan=" + folder.resolve("none"));
        SegueProcess noJob = SegueProcess.run("verify", "--config=" + config, "--plan=" + plan, "--jobs=signals");

        assertThat(otherRules.exitCode()).isEqualTo(1);
        assertThat(otherRules.err()).contains(" changes the rules of sessions, but a plan holds for the default rules");
        assertThat(noPlan.exitCode()).isEqualTo(1);
        assertThat(noPlan.err()).contains("cannot be read: line 1 is not one of a plan: ");
        assertThat(noFile.exitCode()).isEqualTo(2);
        assertThat(noFile.err()).contains("There is no file '");
        assertThat(noJob.exitCode()).isEqualTo(2);
        assertThat(noJob.err()).contains("'signals' is not a job whose results can be verified");
    }

    private static SegueProcess verify(ConfiguredStack stack, Path plan, String within) {
        return SegueProcess.run("verify", stack.config(), "--plan=" + plan, "--jobs=sessions", within);
    }
}
