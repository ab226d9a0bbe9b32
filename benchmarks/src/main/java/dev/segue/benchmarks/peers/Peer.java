package dev.segue.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A system whose libraries do not go with ours: it has a folder in {@code benchmarks/peers}, with a build of its own. */
enum Peer {
    FLINK_SQL("flink-sql"),
    KAFKA_STREAMS("kafka-streams"),
    SPARK("spark");

    /** What Spark needs to be open on Java 17, beside what Flink needs. */
    private static final List<String> OPEN_FOR_SPARK = List.of(
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final String folder;

    Peer(String folder) {
        this.folder = folder;
    }

    /** Its folder. */
    Path folder() {
        return folders().resolve(folder);
    }

    /** Where the folders of all peers are: {@code benchmarks/run} says. */
    private static Path folders() {
        return Path.of(System.getProperty("segue.peers", "peers"));
    }

    /** JVM options that it needs. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (this == SPARK) {
            OPEN_FOR_SPARK.forEach(name -> options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        }
        options.add("-Dlog4j2.configurationFile=" + folders().resolve("log4j2.properties"));
        return options;
    }

    /**
     * Its own class path.
     *
     * @throws Unable when it was not built
     */
    String classPath() throws IOException, Unable {
        Path built = folder().resolve("target");
        Path file = built.resolve("class-path.txt");
        if (!Files.isReadable(file)) {
            throw new Unable(folder + " is not built: there is no " + file + ". benchmarks/run peers builds it.");
        }
        return built.resolve("classes") + ":" + Files.readString(file).strip();
    }
}
