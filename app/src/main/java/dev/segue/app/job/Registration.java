package dev.segue.app.job;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.OptionSet;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a job known.
 *
 * @param name the word after {@code segue run}; also the job's name unless it is told another
 * @param description one sentence: what it turns into what
 * @param ownOptions what it can be told besides what every job can be told
 * @param wiring binds {@link Job}; what {@link PlatformModule} binds is there already
 */
public record Registration(String name, String description, List<OptionGroup> ownOptions, Module wiring) {

    public Registration {
        ownOptions = List.copyOf(ownOptions);
    }

    /** All that it can be told. */
    public OptionSet options() {
        List<OptionGroup> groups = new ArrayList<>(List.of(KafkaOptions.GROUP, RegistryOptions.GROUP));
        groups.addAll(ownOptions);
        groups.add(JobOptions.GROUP);
        return OptionSet.of(groups.toArray(OptionGroup[]::new)).readBy("segue run " + name);
    }

    /** Builds it, from a configuration that was judged by {@link #options}. */
    public JobRun build(Config config) {
        JobSettings settings = JobOptions.from(config, name);
        return Guice.createInjector(new PlatformModule(config, settings), wiring)
                .getInstance(JobRun.class);
    }
}
