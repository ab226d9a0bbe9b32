package dev.segue.demo.cluster;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.TopicsUnfit;
import dev.segue.app.Jobs;
import dev.segue.app.broker.Bytes;
import dev.segue.app.job.Registration;
import dev.segue.stack.CannotStart;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that runs: Kafka, the registry, Flink, and the jobs on it. */
final class Installation implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final int TASK_MANAGERS = 3;
    private static final int SLOTS = 4;
    private static final long HEARTBEAT_MISSED_MS = 25_000;
    private static final long REGISTRY_AWAY_MS = 60_000;
    private static final long TRANSACTION_TIMEOUT_MS = 100_000;

    /** Brokers look for transactions that have timed out every 10 s. */
    private static final long ABORTED_WITHIN_MS = 15_000;

    private static final String SECRET = "planted-" + UUID.randomUUID();

    private static final Pattern SAVEPOINT = Pattern.compile("Path: (\\S+)");

    private final Home home;
    private final Map<String, String> settings;
    private final Broker broker;
    private final Registry registry;
    private final Flink flink;
    private final RandomGenerator random;
    private final Consumer<String> log;
    private final Map<String, Integer> parallelism = new LinkedHashMap<>();
    private final Map<String, Path> jars = new HashMap<>();

    private Installation(
            Home home,
            Map<String, String> settings,
            Broker broker,
            Registry registry,
            Flink flink,
            RandomGenerator random,
            Consumer<String> log) {
        this.home = home;
        this.settings = settings;
        this.broker = broker;
        this.registry = registry;
        this.flink = flink;
        this.random = random;
        this.log = log;
    }

    /**
     * Starts all but the jobs.
     *
     * @param settings of the jobs, such as their state backend
     */
    static Installation start(Home home, Map<String, String> settings, RandomGenerator random, Consumer<String> log)
            throws IOException, InterruptedException, CannotStart, TopicsUnfit {
        Broker broker = Broker.start(home);
        Registry registry = Registry.start(LoopbackPorts.ANY, home.logs().resolve("registry.out"));
        Flink flink = Flink.session(home, TASK_MANAGERS, SLOTS);
        Installation installation = new Installation(home, settings, broker, registry, flink, random, log);
        installation.await("all task managers are registered", () -> flink.api().taskManagers() == TASK_MANAGERS);
        new TopicAdmin(installation.kafka()).create(new TopicLayout(PARTITIONS, -1).of(Jobs.topics()));
        return installation;
    }

    KafkaCluster kafka() {
        return KafkaCluster.at(broker.bootstrapServers());
    }

    /** The configuration file of a job. */
    Path configurationOf(String job) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "kafka.bootstrap-servers: " + broker.bootstrapServers(),
                "registry.url: " + registry.url(),
                // The registry does not ask for them, but everybody sends them.
                "registry.user: segue",
                "registry.password: ${FILE:" + home.configured("registry-password", List.of(SECRET)) + "}",
                "job.checkpoint-folder: file://" + home.data("checkpoints"),
                "job.checkpoint-interval: 4s",
                "job.checkpoint-timeout: 90s",
                "kafka.transaction-timeout: " + TRANSACTION_TIMEOUT_MS + "ms"));
        settings.forEach((key, value) -> lines.add(key + ": " + value));
        if (job.equals("sessions") || job.equals("signals")) {
            lines.add("playback.idle-after: 5s");
        }
        return home.configured(job + ".yaml", lines);
    }

    /** Submits all jobs, and waits until they run. */
    void submitJobs() throws IOException, InterruptedException {
        List<CompletableFuture<Void>> submitted = new ArrayList<>();
        for (Registration job : Jobs.ALL) {
            int workers = job.name().equals("alerts") ? 1 : 2;
            parallelism.put(job.name(), workers);
            submitted.add(CompletableFuture.runAsync(() -> {
                try {
                    submit(job.name(), workers, List.of());
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            }));
        }
        CompletableFuture.allOf(submitted.toArray(CompletableFuture[]::new)).join();
        awaitHealthy();
    }

    /** Lets a fault happen, and repairs what an operator would have to. */
    void suffer(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case TASK_MANAGER_KILLED -> restart(anyTaskManager());
            case TASK_MANAGER_FROZEN -> freeze(anyTaskManager());
            case JOB_MANAGER_KILLED -> restart(flink.jobManager());
            case FLINK_AWAY -> withoutFlink();
            case BROKER_KILLED -> restart(broker.process());
            case REGISTRY_AWAY -> withoutRegistry();
            case DISK_FULL -> fillDisk();
            case RESCALED -> rescale();
            case UPGRADED -> upgrade();
        }
    }

    /** Waits until all jobs run and have completed a checkpoint after that. */
    void awaitHealthy() throws IOException, InterruptedException {
        await("all jobs run", () -> areRunning());
        Map<String, Long> before = checkpoints();
        await("all jobs complete a checkpoint", () -> areRunning() && areBeyond(before));
    }

    /** How often each job has restarted, since the job manager has. */
    Map<String, Long> restarts() throws IOException, InterruptedException {
        Map<String, Long> restarts = new LinkedHashMap<>();
        for (Map.Entry<String, String> job : flink.api().jobs().entrySet()) {
            restarts.put(job.getKey(), flink.api().restarts(job.getValue()));
        }
        return restarts;
    }

    /**
     * Where the secret of the jobs' configuration can be read that should not be: files, other than its own, and pages of
     * Flink's web server.
     *
     * @throws IllegalStateException if not even what is no secret is found where Flink keeps jobs
     */
    List<String> leaks() throws IOException, InterruptedException {
        if (filesWith(registry.url().toString(), home.data("ha")).isEmpty()) {
            throw new IllegalStateException(
                    "The search finds no configuration at all in the storage of high availability");
        }
        List<String> leaks = new ArrayList<>(filesWith(SECRET, home.work()));
        leaks.remove(home.work().resolve("conf/registry-password").toString());
        if (flink.api().pages().contains(SECRET)) {
            leaks.add("a page of Flink's web server");
        }
        return leaks;
    }

    private static List<String> filesWith(String text, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (Bytes.contain(Files.readAllBytes(file), text)) {
                        found.add(file.toString());
                    }
                } catch (NoSuchFileException e) {
                    // Deleted meanwhile: the jobs still run.
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException missing) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException missing) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    @Override
    public void close() throws InterruptedException {
        flink.close();
        registry.close();
        broker.close();
    }

    private Part anyTaskManager() {
        return flink.taskManagers().get(random.nextInt(TASK_MANAGERS));
    }

    private void restart(Part part) throws IOException, InterruptedException {
        part.kill();
        log.accept("killed " + part.name());
        Thread.sleep(random.nextInt(4_000));
        part.start();
        log.accept("started " + part.name());
    }

    private void freeze(Part part) throws IOException, InterruptedException {
        part.freeze();
        log.accept("froze " + part.name());
        Thread.sleep(HEARTBEAT_MISSED_MS);
        part.thaw();
        log.accept("let " + part.name() + " go on");
    }

    private void withoutFlink() throws IOException, InterruptedException {
        List<Part> all = flink.parts();
        for (Part part : all) {
            part.kill();
        }
        log.accept("killed all of Flink");
        Thread.sleep(TRANSACTION_TIMEOUT_MS + ABORTED_WITHIN_MS);
        for (Part part : all) {
            part.start();
        }
        log.accept("started all of Flink");
    }

    private void withoutRegistry() throws IOException, InterruptedException {
        Part.signal(registry.pid(), "STOP");
        log.accept("froze the registry");
        restart(anyTaskManager());
        Thread.sleep(REGISTRY_AWAY_MS);
        Part.signal(registry.pid(), "CONT");
        log.accept("let the registry go on");
    }

    private void fillDisk() throws IOException, InterruptedException {
        awaitHealthy();
        long before = failedCheckpoints();
        List<Part> all = flink.parts();
        for (Part part : all) {
            part.fillDisk();
        }
        log.accept("Flink's disk is full");
        await("a checkpoint has failed", () -> failedCheckpoints() > before);
        Thread.sleep(random.nextInt(10_000));
        for (Part part : all) {
            part.freeDisk();
        }
        log.accept("Flink's disk is no longer full");
    }

    private long failedCheckpoints() throws IOException, InterruptedException {
        long failed = 0;
        for (String id : flink.api().jobs().values()) {
            failed += flink.api().failedCheckpoints(id);
        }
        return failed;
    }

    private void rescale() throws IOException, InterruptedException {
        String job = anyOf(List.copyOf(parallelism.keySet()));
        resubmit(job, 1 + (parallelism.get(job) + random.nextInt(2)) % 3);
    }

    private void upgrade() throws IOException, InterruptedException {
        List<String> old = parallelism.keySet().stream()
                .filter(job -> !jars.containsKey(job))
                .toList();
        if (old.isEmpty()) {
            throw new IllegalArgumentException("All jobs have been upgraded: at most upgraded*" + parallelism.size());
        }
        String job = anyOf(old);
        jars.put(job, home.evolvedJobJar());
        resubmit(job, parallelism.get(job));
    }

    private String anyOf(List<String> jobs) {
        return jobs.get(random.nextInt(jobs.size()));
    }

    private void resubmit(String job, int workers) throws IOException, InterruptedException {
        awaitHealthy();
        String output = flink.cli(
                "stop",
                "--savepointPath",
                "file://" + home.data("savepoints"),
                flink.api().jobs().get(job));
        Matcher path = SAVEPOINT.matcher(output);
        if (!path.find()) {
            throw new IOException("flink stop names no savepoint:\n" + output);
        }
        log.accept("stopped " + job + " with a savepoint");
        submit(job, workers, List.of("-s", path.group(1)));
        parallelism.put(job, workers);
    }

    private void submit(String job, int workers, List<String> options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("run", "-d", "-p", String.valueOf(workers)));
        line.addAll(options);
        line.addAll(List.of(
                jars.getOrDefault(job, home.jobJar()).toString(),
                "run",
                job,
                "--config",
                configurationOf(job).toString()));
        flink.cli(line.toArray(String[]::new));
        log.accept("submitted " + job + " with parallelism " + workers + (jars.containsKey(job) ? ", evolved" : ""));
    }

    private boolean areRunning() throws IOException, InterruptedException {
        Map<String, String> jobs = flink.api().jobs();
        if (!jobs.keySet().containsAll(parallelism.keySet())) {
            return false;
        }
        for (String id : jobs.values()) {
            if (!flink.api().isRunning(id)) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Long> checkpoints() throws IOException, InterruptedException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, String> job : flink.api().jobs().entrySet()) {
            numbers.put(job.getKey(), flink.api().lastCheckpoint(job.getValue()));
        }
        return numbers;
    }

    private boolean areBeyond(Map<String, Long> before) throws IOException, InterruptedException {
        return checkpoints().entrySet().stream()
                .allMatch(job -> job.getValue() > before.getOrDefault(job.getKey(), 0L));
    }

    private void await(String what, Flink.Condition condition) throws IOException, InterruptedException {
        flink.await(what, condition, log);
    }
}
