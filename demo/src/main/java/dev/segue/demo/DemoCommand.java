package dev.segue.demo;

import dev.segue.app.cli.Lengths;
import dev.segue.app.cli.Subcommand;
import dev.segue.simulator.HazardOptions;
import dev.segue.simulator.audience.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue demo}: its options. */
@Command(
        name = "demo",
        description = "Starts Kafka, a schema registry and Flink on this machine, runs all jobs on a"
                + " simulated audience, and shows the results on a page and in this terminal. Ctrl-C ends it.")
public final class DemoCommand implements Subcommand {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Lengths.FromOneSecond.class,
            description =
                    "End after this time, such as 60s or 3min, and verify the results: sessions against the audience's"
                            + " plan, KPI rows against a recount of the sessions, incidents against those staged. A"
                            + " difference is an error. Without it, run until Ctrl-C.")
    private Duration length;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many times faster than real time the simulated time runs. Default: ${DEFAULT-VALUE}.")
    private int speed;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "100",
            description = "The number of listeners. Default: ${DEFAULT-VALUE}.")
    private int listeners;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the audience: the same seed gives the same audience. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private HazardOptions hazards;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port of Kafka. Default: any free port.")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port of the schema registry. Default: any free port.")
    private int registryPort;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port of Flink's web UI. Default: any free port.")
    private int uiPort;

    @Option(
            names = "--page-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port of the page. Default: any free port.")
    private int pagePort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Put the data into a new directory in DIR, and keep it. Default: a temporary directory,"
                    + " removed at the end.")
    private Path data;

    @Override
    public Integer call() throws Exception {
        requireRange("--speed", speed, 1, 100_000);
        requireRange("--listeners", listeners, 1, 1_000_000);
        requireRange("--kafka-port", kafkaPort, 0, HIGHEST_PORT);
        requireRange("--registry-port", registryPort, 0, HIGHEST_PORT);
        requireRange("--ui-port", uiPort, 0, HIGHEST_PORT);
        requireRange("--page-port", pagePort, 0, HIGHEST_PORT);
        DemoRequest asked = new DemoRequest(
                length, speed, listeners, seed, hazards.chosen(), kafkaPort, registryPort, uiPort, pagePort, data);
        Scenario scenario = asked.scenario(Instant.now());
        Script script = length == null ? null : Script.of(scenario);
        requireProof(script);
        return Demo.run(asked, scenario, script, spec.commandLine().getOut());
    }

    private void requireProof(Script script) {
        List<String> shortcomings = script == null ? List.of() : script.shortcomings();
        if (!shortcomings.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Such a demo would prove too little: " + String.join("; ", shortcomings)
                            + ". Run it for longer (--for), add listeners (--listeners), or leave out"
                            + " hazards (--without).");
        }
    }

    private void requireRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be " + least + " to " + most + ", but is " + value + ".");
        }
    }
}
