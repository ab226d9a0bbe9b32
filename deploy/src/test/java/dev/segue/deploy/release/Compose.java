package dev.segue.deploy.release;

import dev.segue.deploy.release.Release.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services of {@code compose.yaml} in an unpacked release, by {@code docker compose} or else Debian's {@code
 * docker-compose}.
 *
 * @param command what calls it
 * @param folder for what it prints
 * @param images which images it takes, by their variables in the file
 */
record Compose(List<String> command, Path folder, Map<String, String> images) {

    private static final String PROJECT =
            "segue-under-test-" + ProcessHandle.current().pid();

    static Compose of(Path home, Path folder, Map<String, String> images) throws IOException, InterruptedException {
        boolean plugin = Release.run(new ProcessBuilder("docker", "compose", "version"), folder)
                        .exitCode()
                == 0;
        List<String> command = new ArrayList<>(plugin ? List.of("docker", "compose") : List.of("docker-compose"));
        command.addAll(List.of("--project-name", PROJECT));
        command.addAll(
                List.of("--file", home.resolve("deploy/compose/compose.yaml").toString()));
        command.addAll(List.of("--profile", "sample"));
        return new Compose(command, folder, images);
    }

    /** Calls it with arguments, which must not fail, and returns what it prints. */
    String succeeds(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(images);
        Outcome outcome = Release.run(builder, Files.createDirectories(folder));
        if (outcome.exitCode() != 0) {
            throw new AssertionError(String.join(" ", line) + " failed: " + outcome);
        }
        return outcome.out();
    }

    /** Starts all services but some. */
    void up(List<String> without) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("up", "--detach", "--no-build"));
        succeeds("config", "--services")
                .lines()
                .filter(service -> !without.contains(service))
                .forEach(line::add);
        succeeds(line.toArray(String[]::new));
    }

    /** The state of all containers, and the last of what they have said. */
    String story() throws IOException, InterruptedException {
        return succeeds("ps") + succeeds("logs", "--no-color", "--tail", "30");
    }

    /** Stops and removes everything, volumes too. */
    void down() throws IOException, InterruptedException {
        succeeds("down", "--volumes", "--timeout", "5");
    }
}
