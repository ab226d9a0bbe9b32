package dev.segue.app.config;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;

/**
 * Flink's keys, as Flink defines them in the classes listed here. Some of these exist only on some class paths or in
 * some releases; classes that cannot be loaded are skipped.
 */
public final class FlinkVocabulary implements Vocabulary {

    /** Classes with options as constants; {@code FlinkVocabularyTest} finds missing ones. */
    static final List<String> DEFINITIONS = List.of(
            "org.apache.flink.client.cli.ArtifactFetchOptions",
            "org.apache.flink.client.cli.ClientOptions",
            "org.apache.flink.client.deployment.application.ApplicationConfiguration",
            "org.apache.flink.configuration.AlgorithmOptions",
            "org.apache.flink.configuration.BatchExecutionOptions",
            "org.apache.flink.configuration.BlobServerOptions",
            "org.apache.flink.configuration.CheckpointingOptions",
            "org.apache.flink.configuration.CleanupOptions",
            "org.apache.flink.configuration.ClusterOptions",
            "org.apache.flink.configuration.CoreOptions",
            "org.apache.flink.configuration.DeploymentOptions",
            "org.apache.flink.configuration.EventOptions",
            "org.apache.flink.configuration.ExecutionOptions",
            "org.apache.flink.configuration.ExternalResourceOptions",
            "org.apache.flink.configuration.HeartbeatManagerOptions",
            "org.apache.flink.configuration.HighAvailabilityOptions",
            "org.apache.flink.configuration.HistoryServerOptions",
            "org.apache.flink.configuration.JMXServerOptions",
            "org.apache.flink.configuration.JobEventStoreOptions",
            "org.apache.flink.configuration.JobManagerOptions",
            "org.apache.flink.configuration.MetricOptions",
            "org.apache.flink.configuration.NettyShuffleEnvironmentOptions",
            "org.apache.flink.configuration.OptimizerOptions",
            "org.apache.flink.configuration.PipelineOptions",
            "org.apache.flink.configuration.QueryableStateOptions",
            "org.apache.flink.configuration.ResourceManagerOptions",
            "org.apache.flink.configuration.RestOptions",
            "org.apache.flink.configuration.RestartStrategyOptions",
            "org.apache.flink.configuration.RpcOptions",
            "org.apache.flink.configuration.SecurityOptions",
            "org.apache.flink.configuration.SinkOptions",
            "org.apache.flink.configuration.SlowTaskDetectorOptions",
            "org.apache.flink.configuration.StateBackendOptions",
            "org.apache.flink.configuration.StateChangelogOptions",
            "org.apache.flink.configuration.StateLatencyTrackOptions",
            "org.apache.flink.configuration.StateRecoveryOptions",
            "org.apache.flink.configuration.StateSizeTrackOptions",
            "org.apache.flink.configuration.TaskManagerOptions",
            "org.apache.flink.configuration.TraceOptions",
            "org.apache.flink.configuration.WebOptions",
            "org.apache.flink.connector.base.source.reader.SourceReaderOptions",
            "org.apache.flink.runtime.highavailability.JobResultStoreOptions",
            "org.apache.flink.runtime.shuffle.ShuffleServiceOptions",
            "org.apache.flink.state.rocksdb.RocksDBConfigurableOptions",
            "org.apache.flink.state.rocksdb.RocksDBNativeMetricOptions",
            "org.apache.flink.state.rocksdb.RocksDBOptions",
            "org.apache.flink.state.rocksdb.sstmerge.RocksDBManualCompactionOptions");

    /** Below these prefixes, names are free, or belong to plugins and deployments that are not on this class path. */
    private static final List<String> FREE = List.of(
            "$internal.",
            "containerized.",
            "env.",
            "events.reporter.",
            "external-resource.",
            "failure-enricher.",
            "flink.hadoop.",
            "fs.",
            "gs.",
            "hadoop.",
            "kubernetes.",
            "metrics.reporter.",
            "oss.",
            "presto.",
            "python.",
            "s3.",
            "s3a.",
            "security.delegation.",
            "table.",
            "traces.reporter.",
            "yarn.");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*");
    private static final Pattern SWITCH_OR_LENGTH = Pattern.compile("\\s*(?:true|false|\\d+ *[a-z]*)\\s*");
    private static final Pattern ENUM = Pattern.compile("Expected one of: \\[\\[(.*)]]");

    private final Map<String, ConfigOption<?>> options = new TreeMap<>();

    public FlinkVocabulary() {
        DEFINITIONS.forEach(this::addFrom);
    }

    @Override
    public Set<String> keys() {
        return options.keySet();
    }

    @Override
    public boolean mayKnow(String key) {
        return options.containsKey(key) || isOfAMap(key) || FREE.stream().anyMatch(key::startsWith);
    }

    @Override
    public String expected(String key, String value) {
        ConfigOption<?> option = options.get(key);
        if (option == null) {
            return null;
        }
        try {
            read(option, value);
            return null;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return inWords(option, e);
        }
    }

    @Override
    public String doubt(String key, String value) {
        if (GlobalConfiguration.isSensitive(key)
                && !SWITCH_OR_LENGTH.matcher(value).matches()) {
            return " is a secret, and Flink stores the configuration of a job as clear text: put it into the"
                    + " configuration of the cluster instead.";
        }
        ConfigOption<?> option = options.get(key);
        if (option == null || !NUMBER.matcher(value.strip()).matches()) {
            return null;
        }
        Object read = read(option, value);
        if (read instanceof Duration) {
            return ": " + value + " has no unit, so Flink reads it as milliseconds. " + LengthOfTime.withUnits(value);
        }
        return read instanceof MemorySize
                ? ": " + value + " has no unit, so Flink reads it as bytes. Write " + value + "mb, " + value + "kb or "
                        + value + "b."
                : null;
    }

    private void addFrom(String className) {
        try {
            for (Field field : Class.forName(className).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                    field.setAccessible(true);
                    add((ConfigOption<?>) field.get(null));
                }
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            // Not in this release, or not on this class path: its keys are unknown, which causes a warning at most.
        }
    }

    private void add(ConfigOption<?> option) {
        options.put(option.key(), option);
        option.fallbackKeys().forEach(old -> options.putIfAbsent(old.getKey(), option));
    }

    /** A map can also be written as one key per entry. */
    private boolean isOfAMap(String key) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            ConfigOption<?> option = options.get(key.substring(0, dot));
            if (option != null && takes(option, "a:b", Map.class)) {
                return true;
            }
        }
        return false;
    }

    private static Object read(ConfigOption<?> option, String value) {
        return Configuration.fromMap(Map.of(option.key(), value)).get(option);
    }

    private static boolean takes(ConfigOption<?> option, String value, Class<?> as) {
        try {
            return as.isInstance(read(option, value));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /** Flink does not expose an option's type, so this tries which values the option takes. */
    private static String inWords(ConfigOption<?> option, Exception refusal) {
        if (takes(option, "1 d", Duration.class)) {
            return "a duration, such as 30 s or 15 min";
        }
        if (takes(option, "1 mb", MemorySize.class)) {
            return "a memory size, such as 64 mb or 1 gb";
        }
        if (takes(option, "true", Boolean.class)) {
            return "true or false";
        }
        if (takes(option, "1", Integer.class) || takes(option, "1", Long.class)) {
            return "a whole number";
        }
        if (takes(option, "0.5", Number.class)) {
            return "a number, such as 0.5";
        }
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            Matcher choices = ENUM.matcher(String.valueOf(cause.getMessage()));
            if (choices.find()) {
                return "one of " + choices.group(1);
            }
        }
        return "a value as in Flink's documentation of " + option.key();
    }
}
