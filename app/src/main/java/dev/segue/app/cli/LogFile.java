package dev.segue.app.cli;

import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The log file, for Segue and the frameworks it uses. {@code log4j2.xml} follows the same rule. */
public final class LogFile {

    /** The system property that names the file. */
    public static final String PROPERTY = "segue.log";

    private LogFile() {}

    /** The absolute path of the log file. */
    public static Path path() {
        String named = System.getProperty(PROPERTY);
        return named == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "segue.log")
                : Path.of(named).toAbsolutePath();
    }

    /** A sentence that says where the details of a failure are. Under {@code flink run}, Flink's client has the log. */
    public static String details() {
        return StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()
                ? "The details are in " + path() + "."
                : "The details are in the log of Flink's client.";
    }
}
