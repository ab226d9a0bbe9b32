package dev.segue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.fixture.Fuzz;
import dev.segue.simulator.audience.Audience;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.audience.StagedMonday;
import dev.segue.simulator.plan.PlannedSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

    private static final Sent SENT = new Sent(4, 3, 2, 1);
    private static final long END = 7_200_000;

    @TempDir
    private Path folder;

    @Test
    void is_read_as_it_was_written() throws IOException {
        List<PlannedSession> sessions = sessions();
        Optional<StagedMonday> monday = Optional.of(new StagedMonday("NZ", "Weekly", 1, 2, 3));

        assertThat(PlanFile.read(written(sessions, monday))).isEqualTo(new PlanFile(sessions, SENT, END, monday));
        assertThat(PlanFile.read(written(sessions, Optional.empty())))
                .isEqualTo(new PlanFile(sessions, SENT, END, Optional.empty()));
    }

    @Test
    void can_name_listeners_otherwise() {
        List<PlannedSession> sessions = sessions();
        PlanFile plan = new PlanFile(sessions, SENT, END, Optional.empty());

        PlanFile renamed = plan.naming(listener -> "v1-" + listener);

        assertThat(renamed.sessions()).isNotEmpty().allMatch(session -> session.listener()
                .startsWith("v1-"));
        assertThat(renamed.naming(listener -> listener.substring(3))).isEqualTo(plan);
    }

    @Test
    void an_incomplete_plan_is_refused() throws IOException {
        Path file = written(sessions(), Optional.empty());
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> PlanFile.read(file))
                .hasMessage("its last line is missing, so it is not complete; let 'segue simulate --plan' finish");
    }

    @Test
    void what_is_not_a_plan_is_refused_with_its_line() throws IOException {
        Path file = folder.resolve("plan.jsonl");

        Files.writeString(file, "kafka:\n");
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageStartingWith("line 1 is not one of a plan: ");

        Files.writeString(file, "{}\n");
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessage("line 1 is not one of a plan: it has no skips");

        Files.writeString(file, "{\"sent\":{\"originals\":\"many\"}}\n");
        assertThatThrownBy(() -> PlanFile.read(file))
                .hasMessage("line 1 is not one of a plan: originals must be a whole number");
    }

    @Test
    void a_time_beyond_every_clock_is_refused_with_its_line() throws IOException {
        Path file = written(List.of(), Optional.empty());
        Files.writeString(file, Files.readString(file).replace("1970-01-01T02:00:00Z", "+999999999-12-31T23:59:59Z"));

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1 is not one of a plan: ended_at is not a time that milliseconds can hold");
    }

    @Test
    void whatever_a_file_holds_it_is_a_plan_or_refused() throws IOException {
        byte[] plan = Files.readAllBytes(
                written(sessions().subList(0, 3), Optional.of(new StagedMonday("NZ", "Weekly", 1, 2, 3))));
        Path file = folder.resolve("hostile.jsonl");

        Fuzz.of("PlanFile", 2_000, input -> {
            Files.write(file, input.bytesLike(List.of(plan)));
            try {
                assertThat(PlanFile.read(file)).isNotNull();
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static List<PlannedSession> sessions() {
        List<PlannedSession> sessions = new ArrayList<>();
        Audience audience =
                Audience.of(new Scenario(1, 30, 0, END, Scenario.allHazardsBut(List.of()), 4), sessions::add);
        while (audience.next().isPresent()) {
            // Only the plan is of interest.
        }
        return sessions;
    }

    private Path written(List<PlannedSession> sessions, Optional<StagedMonday> monday) throws IOException {
        Path file = folder.resolve("plan.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            PlanFile.Writer writer = new PlanFile.Writer(out);
            sessions.forEach(writer);
            writer.end(SENT, END, monday);
        }
        return file;
    }
}
