package dev.segue.demo;

import dev.segue.app.cli.LogFile;
import dev.segue.app.cli.RootCause;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionSet;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.JobRun;
import dev.segue.app.job.NotReady;
import dev.segue.app.job.Registration;
import dev.segue.domain.accounting.Sentence;
import dev.segue.stack.CannotStart;
import dev.segue.stack.LocalFlink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs running side by side on one cluster; closing cancels those that have not ended. */
final class RunningJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);

    private final Map<String, RunningJob> byName = new LinkedHashMap<>();

    private RunningJobs() {}

    /**
     * Starts jobs.
     *
     * @param settings their settings; each job takes the keys it knows
     * @throws CannotStart when one of them does not start; then none runs
     */
    static RunningJobs launch(List<Registration> jobs, Map<String, String> settings, LocalFlink flink)
            throws CannotStart, InterruptedException {
        RunningJobs running = new RunningJobs();
        try {
            for (Registration job : jobs) {
                running.byName.put(job.name(), launched(job, settings, flink));
            }
            return running;
        } catch (CannotStart | InterruptedException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static RunningJob launched(Registration job, Map<String, String> settings, LocalFlink flink)
            throws CannotStart, InterruptedException {
        OptionSet options = job.options();
        Map<String, String> own = new HashMap<>(settings);
        own.keySet().removeIf(key -> !options.knows(key));
        JobRun run = job.build(Config.of(own, options));
        StreamExecutionEnvironment environment = flink.environment(FlinkSettings.of(run.settings()));
        try {
            run.job().define(environment, run.check().topics());
            return new RunningJob(
                    job.name(), environment.executeAsync(run.settings().name()), flink);
        } catch (NotReady e) {
            throw new CannotStart(e.getMessage(), e);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("The job {} cannot be started", job.name(), e);
            throw new CannotStart(
                    Sentence.ended("Flink cannot start the job " + job.name() + ": " + RootCause.of(e)) + " "
                            + LogFile.details(),
                    e);
        }
    }

    /** Triggers a checkpoint of each job in addition to its regular ones. */
    void checkpoint() {
        byName.values().forEach(RunningJob::checkpoint);
    }

    /** The job with this name, which must be running. */
    RunningJob named(String name) {
        return byName.get(name);
    }

    /** Why one of them has failed for good; empty while none has. */
    Optional<String> failure() throws InterruptedException {
        for (Map.Entry<String, RunningJob> each : byName.entrySet()) {
            Optional<String> failure = each.getValue().failure();
            if (failure.isPresent()) {
                return Optional.of(each.getKey() + ": " + failure.get());
            }
        }
        return Optional.empty();
    }

    /** Their names. */
    String inWords() {
        return String.join(", ", byName.keySet());
    }

    @Override
    public void close() throws InterruptedException {
        for (RunningJob job : byName.values()) {
            job.close();
        }
    }
}
