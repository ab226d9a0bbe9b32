package dev.segue.app.cli;

import java.nio.file.Path;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The log file, for Segue and the frameworks it uses; in a container, standard error may take its place. {@code log4j2.xml}
 * follows the same rule.
 */
public final class LogFile {

    /** The system property that names the file. */
    public static final String PROPERTY = "segue.log";

    /** The environment variable that, if {@code text} or {@code json}, sends the log to standard error instead. */
    public static final String FORMAT = "SEGUE_LOG_FORMAT";

    private static final Set<String> FORMATS = Set.of("text", "json");

    private LogFile() {}

    private static boolean isConsole() {
        String format = System.getenv(FORMAT);
        return format != null && FORMATS.contains(format);
    }

    /** A sentence that says where the log is. */
    public static String inWords() {
        return isConsole() ? "The log is on standard error." : "The log is " + path() + ".";
    }

    /** The absolute path of the log file. */
    public static Path path() {
        String named = System.getProperty(PROPERTY);
        return named == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "segue.log")
                : Path.of(named).toAbsolutePath();
    }

    /** A sentence that says where the details of a failure are. Under {@code flink run}, Flink's client has the log. */
    public static String details() {
        if (isConsole()) {
            return "The details are in the log, on standard error.";
        }
        return StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()
                ? "The details are in " + path() + "."
                : "The details are in the log of Flink's client.";
    }
}
