package dev.segue.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code segue demo}: what to show, and how long. */
@Command(
        name = "demo",
        description = "Starts Kafka, a schema registry and Flink on this machine, plays an invented audience through"
                + " them, and shows the sessions as they come. Ctrl-C ends it.")
public final class DemoCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Length.class,
            description = "End after so long, such as 60s or 5min, with a summary. Without it, run until Ctrl-C.")
    private Duration length;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many times as fast as ours the audience's time goes. Default: ${DEFAULT-VALUE}.")
    private int speed;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many listeners there are. Default: ${DEFAULT-VALUE}.")
    private int listeners;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which audience: the same number gives the same one. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Where Kafka listens. Default: any free port.")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Where the schema registry listens. Default: any free port.")
    private int registryPort;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Where Flink's web UI listens. Default: any free port.")
    private int uiPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Put the data into a new directory in DIR, and keep it. Default: a temporary directory,"
                    + " removed in the end.")
    private Path data;

    @Override
    public Integer call() throws Exception {
        requireRange("--speed", speed, 1, 100_000);
        requireRange("--listeners", listeners, 1, 1_000_000);
        requireRange("--kafka-port", kafkaPort, 0, HIGHEST_PORT);
        requireRange("--registry-port", registryPort, 0, HIGHEST_PORT);
        requireRange("--ui-port", uiPort, 0, HIGHEST_PORT);
        DemoPlan plan = new DemoPlan(length, speed, listeners, seed, kafkaPort, registryPort, uiPort, data);
        return Demo.run(plan, spec.commandLine().getOut());
    }

    private void requireRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be " + least + " to " + most + ", but is " + value + ".");
        }
    }

    /** Reads a length of time. */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                Duration length = TimeUtils.parseDuration(text);
                if (length.compareTo(Duration.ofSeconds(1)) >= 0) {
                    return length;
                }
            } catch (IllegalArgumentException e) {
                throw unusable(text, e);
            }
            throw unusable(text, null);
        }

        private static TypeConversionException unusable(String text, Exception cause) {
            TypeConversionException problem = new TypeConversionException(
                    "'" + text + "' is no length of time of at least 1s, such as 60s or 5min");
            problem.initCause(cause);
            return problem;
        }
    }
}
