package dev.segue.deploy.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tarball, unpacked on a machine that has a Java and little else: no Maven, no git. */
final class Release {

    private static final String VERSION = System.getProperty("segue.version");
    private static final List<String> TOOLS =
            List.of("cat", "date", "dirname", "find", "head", "id", "mkdir", "readlink", "rm", "sed");

    /** Longer than any command here waits for something by itself. */
    private static final long PATIENCE_SECONDS = 300;

    private final Path home;
    private final Path path;

    /** The result of one call of the launcher. */
    record Outcome(int exitCode, String out, String err) {}

    private Release(Path home, Path path) {
        this.home = home;
        this.path = path;
    }

    /** Unpacks the tarball that {@code mvn package} made. */
    static Release unpackedIn(Path folder) throws IOException, InterruptedException {
        Path tarball = Path.of("target", "segue-" + VERSION + ".tar.gz").toAbsolutePath();
        run(new ProcessBuilder("tar", "xzf", tarball.toString()).directory(folder.toFile()), folder);
        Path path = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            script(path.resolve(tool), found(tool));
        }
        script(path.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        return new Release(folder.resolve("segue-" + VERSION), path);
    }

    static String version() {
        return VERSION;
    }

    Path home() {
        return home;
    }

    /** Calls {@code segue arguments...} in the directory of the release. */
    Outcome segue(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("segue").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        return run(builder, path.getParent());
    }

    /** Runs a command to its end; what it prints goes through files in this folder. */
    static Outcome run(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(builder.command() + " did not end within " + PATIENCE_SECONDS + " s");
        }
        return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private static void script(Path file, Path command) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path found(String tool) {
        return List.of("/bin/", "/usr/bin/").stream()
                .map(directory -> Path.of(directory + tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }
}
