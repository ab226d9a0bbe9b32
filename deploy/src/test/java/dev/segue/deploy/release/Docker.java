package dev.segue.deploy.release;

import dev.segue.deploy.release.Release.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** The container engine of this machine, with the images that {@code .ci/containers} has made. */
record Docker(String java, String flink, String kafka) {

    private static final String REQUIRED = "SEGUE_REQUIRE_CONTAINERS";

    /**
     * The engine, if there is one.
     *
     * @param purpose what is tested with it, in words
     * @throws TestAbortedException when there is none; an error instead, when containers are required
     */
    static Docker required(String purpose) {
        Map<String, String> environment = System.getenv();
        String java = environment.get("SEGUE_JAVA_IMAGE");
        String flink = environment.get("SEGUE_FLINK_IMAGE");
        String kafka = environment.get("SEGUE_KAFKA_IMAGE");
        if (java != null && flink != null && kafka != null) {
            return new Docker(java, flink, kafka);
        }
        String missing = "SEGUE_JAVA_IMAGE, SEGUE_FLINK_IMAGE and SEGUE_KAFKA_IMAGE do not name images to build on";
        if (Boolean.parseBoolean(environment.get(REQUIRED))) {
            throw new AssertionError(
                    "Cannot test " + purpose + ": " + missing + ", and " + REQUIRED + "=true forbids skipping.");
        }
        String line = "SKIPPED: " + purpose + ", because " + missing + ". On Debian run: .ci/containers mvn verify";
        System.out.println("\n>>>>>> " + line + "\n");
        throw new TestAbortedException(line);
    }

    /**
     * Builds an image of a release.
     *
     * @param target {@code tools} or {@code job}
     * @param more arguments of the build, such as {@code FILE_SYSTEMS=}
     */
    void build(Path home, String target, String tag, String... more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("build", "--quiet", "--target", target, "--tag", tag));
        line.addAll(List.of("--file", home.resolve("deploy/image/Dockerfile").toString()));
        line.addAll(List.of("--build-arg", "JRE=" + java, "--build-arg", "FLINK=" + flink));
        for (String argument : more) {
            line.addAll(List.of("--build-arg", argument));
        }
        line.add(home.toString());
        succeeds(line.toArray(String[]::new));
    }

    /** Calls {@code docker arguments...}. */
    Outcome call(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        // The builder that every engine has.
        builder.environment().put("DOCKER_BUILDKIT", "0");
        Path folder = Files.createTempDirectory("segue-docker");
        return Release.run(builder, folder);
    }

    /** Calls {@code docker arguments...}, which must not fail, and returns what it prints. */
    String succeeds(String... arguments) throws IOException, InterruptedException {
        Outcome outcome = call(arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError("docker " + String.join(" ", arguments) + " failed: " + outcome);
        }
        return outcome.out();
    }
}
