package dev.segue.demo.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the launcher and little else, on a machine where Java and Maven are scripts of the test: Java echoes
 * its arguments and exits with 7, Maven leaves what a build leaves.
 */
final class Checkout {

    static final int EXIT_CODE_OF_THE_FAKE_JAVA = 7;

    private static final List<String> TOOLS = List.of(
            "cat",
            "cut",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "id",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail",
            "touch");

    private final Path folder;
    private final Path path;
    private final Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    /** The result of one run of the launcher. */
    record Outcome(int exitCode, String out, String err) {}

    Checkout(Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("a checkout with spaces"));
        path = Files.createDirectories(temporary.resolve("bin"));
        jdk = temporary.resolve("jdk");
        Files.copy(Path.of("..", "segue"), folder.resolve("segue"), StandardCopyOption.COPY_ATTRIBUTES);
        write("pom.xml");
        write("app/pom.xml");
        write("app/src/main/java/A.java");
        for (String tool : TOOLS) {
            script(path.resolve(tool), "exec " + found(tool) + " \"$@\"\n");
        }
        javaOfVersion("17.0.9");
        script(jdk.resolve("bin/javac"), "");
        mavenOfVersion(
                "3.8.7",
                """
                mkdir -p stack/target/registry demo/target
                echo once >>builds
                touch library.jar
                echo "$PWD/library.jar" >demo/target/class-path.txt
                """);
    }

    Path folder() {
        return folder;
    }

    Path jdk() {
        return jdk;
    }

    /** The directory of the commands on the PATH. */
    Path path() {
        return path;
    }

    void javaOfVersion(String version) throws IOException {
        java(version, "UTF-8");
    }

    /** A Java in a locale with this encoding. */
    void javaInLocaleOf(String encoding) throws IOException {
        java("17.0.9", encoding);
    }

    private void java(String version, String encoding) throws IOException {
        Path java = script(
                jdk.resolve("bin/java"),
                """
                case "$*" in
                *-version*) printf '    java.home = %%s\\n    sun.jnu.encoding = %%s\\nopenjdk version "%%s" 2023-10-17\\n' '%s' '%s' '%s' >&2 ;;
                *) printf '%%s\\n' "locale ${LC_ALL-of the caller}" "$@"; exit %d ;;
                esac
                """
                        .formatted(jdk, encoding, version, EXIT_CODE_OF_THE_FAKE_JAVA));
        Files.deleteIfExists(path.resolve("java"));
        Files.createSymbolicLink(path.resolve("java"), java);
    }

    void mavenOfVersion(String version, String build) throws IOException {
        script(
                path.resolve("mvn"),
                """
                if [ "$1" = -v ]; then echo 'Apache Maven %s (abc)'; exit; fi
                %s
                """
                        .formatted(version, build));
    }

    /** Sets a variable for all later launches. */
    void environment(String variable, String value) {
        environment.put(variable, value);
    }

    void remove(String command) throws IOException {
        Files.delete(path.resolve(command));
    }

    long builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Makes a source file newer than everything so far. */
    void changeASource() throws IOException {
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(folder.resolve("app/src/main/java/A.java"), later);
    }

    Outcome launch(String... arguments) throws IOException, InterruptedException {
        return launch(folder.resolve("segue"), null, arguments);
    }

    Outcome launch(Path launcher, Path javaHome, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(path.getParent(), "out", ".txt");
        Path err = Files.createTempFile(path.getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(path.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path.toString());
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end within a minute");
        }
        return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private void write(String file) throws IOException {
        Path written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, "");
    }

    private static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static Path found(String tool) {
        return List.of("/bin/", "/usr/bin/").stream()
                .map(directory -> Path.of(directory + tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }
}
