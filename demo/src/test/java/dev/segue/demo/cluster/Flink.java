package dev.segue.demo.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.stack.CannotStart;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Flink with ZooKeeper for high availability: a job manager and task managers, each a process. */
final class Flink implements AutoCloseable {

    private static final long PATIENCE_MS = 300_000;
    private static final String EXEC_RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    /** As Flink's own scripts pass them; Java 17 does not open these by itself. */
    private static final List<String> OPENS = List.of(
            "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED");

    private final Home home;
    private final Part zooKeeper;
    private final Part jobManager;
    private final List<Part> taskManagers;
    private final FlinkApi api;

    private Flink(Home home, Part zooKeeper, Part jobManager, List<Part> taskManagers, FlinkApi api) {
        this.home = home;
        this.zooKeeper = zooKeeper;
        this.jobManager = jobManager;
        this.taskManagers = taskManagers;
        this.api = api;
    }

    /** A cluster that waits for jobs. */
    static Flink session(Home home, int taskManagers, int slots) throws IOException, InterruptedException, CannotStart {
        return start(
                home,
                taskManagers,
                slots,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                List.of("--executionMode", "cluster"),
                Map.of());
    }

    /**
     * A cluster for one job in application mode, as {@code standalone-job.sh} starts it: the job manager runs the jar.
     *
     * @param arguments of the jar's main class
     */
    static Flink application(Home home, int taskManagers, int slots, List<String> arguments)
            throws IOException, InterruptedException, CannotStart {
        Path jars = Files.createDirectory(home.work().resolve("usrlib"));
        Files.copy(home.jobJar(), jars.resolve("segue-job.jar"));
        return start(
                home,
                taskManagers,
                slots,
                "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
                arguments,
                // Flink looks for usrlib beside it.
                Map.of("FLINK_LIB_DIR", jars.resolveSibling("lib").toString()));
    }

    private static Flink start(
            Home home,
            int taskManagers,
            int slots,
            String entryPoint,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException, InterruptedException, CannotStart {
        int zooKeeperPort = LoopbackPorts.claim(LoopbackPorts.ANY, "ZooKeeper");
        int rest = LoopbackPorts.claim(LoopbackPorts.ANY, "Flink");
        Part zooKeeper = Part.start(
                "zookeeper",
                home.java(
                        "zookeeper",
                        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        "org.apache.zookeeper.server.quorum.QuorumPeerMain",
                        List.of(zooKeeperConfiguration(home, zooKeeperPort).toString())),
                Map.of(),
                home.logs());
        configure(home, zooKeeperPort, rest, slots);
        Part jobManager = Part.start(
                "job-manager",
                process(home, "GET_JM_RESOURCE_PARAMS", entryPoint, "job-manager", arguments),
                environment,
                home.logs());
        List<Part> workers = new ArrayList<>();
        for (int number = 1; number <= taskManagers; number++) {
            String name = "task-manager-" + number;
            workers.add(Part.start(
                    name,
                    process(
                            home,
                            "GET_TM_RESOURCE_PARAMS",
                            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                            name,
                            List.of()),
                    environment,
                    home.logs()));
        }
        return new Flink(home, zooKeeper, jobManager, workers, new FlinkApi(rest));
    }

    Part jobManager() {
        return jobManager;
    }

    List<Part> taskManagers() {
        return taskManagers;
    }

    /** All processes of Flink's own. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>(taskManagers);
        parts.add(jobManager);
        return parts;
    }

    FlinkApi api() {
        return api;
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Waits until a condition holds, and starts again what has ended by itself. While something restarts, it does not
     * answer: that is not the end.
     */
    void await(String what, Condition condition, Consumer<String> log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
        IOException last = null;
        while (System.nanoTime() < deadline) {
            supervise().forEach(name -> log.accept(name + " had ended by itself; started it"));
            try {
                if (condition.holds()) {
                    return;
                }
                last = null;
            } catch (IOException e) {
                last = e;
            }
            Thread.sleep(500);
        }
        throw new IOException("Timed out, waiting until " + what, last);
    }

    /** Starts again what has ended by itself, as a supervisor would; returns the names. */
    private List<String> supervise() throws IOException {
        List<String> restarted = new ArrayList<>();
        for (Part part : parts()) {
            if (!part.isAlive()) {
                part.start();
                restarted.add(part.name());
            }
        }
        return restarted;
    }

    /** Runs {@code flink ARGUMENTS...} to its end; returns its output. */
    String cli(String... arguments) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
        options.addAll(OPENS);
        ProcessBuilder builder = new ProcessBuilder(
                        home.java("flink", options, "org.apache.flink.client.cli.CliFrontend", List.of(arguments)))
                .redirectErrorStream(true);
        builder.environment().put("FLINK_CONF_DIR", conf(home).toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    "flink " + String.join(" ", arguments) + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }

    @Override
    public void close() throws InterruptedException {
        for (Part worker : taskManagers) {
            worker.close();
        }
        jobManager.close();
        zooKeeper.close();
    }

    private static Path conf(Home home) {
        return home.work().resolve("conf");
    }

    private static Path zooKeeperConfiguration(Home home, int port) throws IOException {
        return home.configured(
                "zoo.cfg",
                List.of(
                        "tickTime=2000",
                        "dataDir=" + home.data("zookeeper"),
                        "clientPort=" + port,
                        "clientPortAddress=127.0.0.1",
                        "admin.enableServer=false"));
    }

    private static void configure(Home home, int zooKeeper, int rest, int slots) throws IOException {
        home.configured(
                "config.yaml",
                List.of(
                        "jobmanager.bind-host: 127.0.0.1",
                        "jobmanager.rpc.address: 127.0.0.1",
                        "jobmanager.memory.process.size: 1200m",
                        "taskmanager.bind-host: 127.0.0.1",
                        "taskmanager.host: 127.0.0.1",
                        "taskmanager.numberOfTaskSlots: " + slots,
                        "taskmanager.memory.process.size: 1800m",
                        "taskmanager.memory.jvm-metaspace.size: 320m",
                        "rest.address: 127.0.0.1",
                        "rest.bind-address: 127.0.0.1",
                        "rest.port: " + rest,
                        "rest.bind-port: \"" + rest + "\"",
                        "heartbeat.timeout: 10000",
                        "heartbeat.interval: 3000",
                        "high-availability.type: zookeeper",
                        "high-availability.storageDir: file://" + home.data("ha"),
                        "high-availability.zookeeper.quorum: 127.0.0.1:" + zooKeeper,
                        "restart-strategy.type: exponential-delay",
                        "restart-strategy.exponential-delay.initial-backoff: 1 s",
                        "restart-strategy.exponential-delay.max-backoff: 10 s",
                        "io.tmp.dirs: " + home.data("tmp")));
        home.configured(
                "log4j-flink.properties",
                List.of(
                        "rootLogger.level = INFO",
                        "rootLogger.appenderRef.file.ref = file",
                        "appender.file.name = file",
                        "appender.file.type = File",
                        "appender.file.fileName = ${sys:log.file}",
                        "appender.file.layout.type = PatternLayout",
                        "appender.file.layout.pattern = %d{HH:mm:ss,SSS} %-5p %-40.40c %m%n"));
    }

    /** The command line of one of Flink's own processes, with the memory that Flink works out for it. */
    private static List<String> process(Home home, String memory, String mainClass, String name, List<String> arguments)
            throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(home.java(
                        "flink",
                        List.of("-Xmx128m"),
                        "org.apache.flink.runtime.util.bash.BashJavaUtils",
                        List.of(memory, "--configDir", conf(home).toString())))
                .start();
        List<String> answers = new String(asked.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> line.startsWith(EXEC_RESULT))
                .map(line -> line.substring(EXEC_RESULT.length()))
                .toList();
        if (asked.waitFor() != 0 || answers.size() != 2) {
            throw new IOException("Flink does not say how much memory " + name + " needs: " + answers);
        }
        List<String> options = new ArrayList<>(List.of(answers.get(0).trim().split(" +")));
        options.addAll(OPENS);
        // What runs for minutes does not earn a second compilation.
        options.add("-XX:TieredStopAtLevel=1");
        options.add("-Dlog.file=" + home.logs().resolve(name + ".log"));
        options.add("-Dlog4j.configurationFile=file:" + conf(home).resolve("log4j-flink.properties"));
        List<String> all = new ArrayList<>(List.of("--configDir", conf(home).toString()));
        all.addAll(List.of(answers.get(1).trim().split(" +")));
        all.addAll(arguments);
        return home.java("flink", options, mainClass, all);
    }
}
