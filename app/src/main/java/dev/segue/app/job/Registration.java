package dev.segue.app.job;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.OptionSet;
import dev.segue.app.option.JobOptions;
import dev.segue.app.option.JobSettings;
import dev.segue.app.option.KafkaOptions;
import dev.segue.app.option.RegistryOptions;
import dev.segue.app.option.TopicOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers a job.
 *
 * @param name the word after {@code segue run}; also the job's name unless another is configured
 * @param description one sentence: what it turns into what
 * @param ownTopics the topics that it declares in addition to those of the platform
 * @param ownOptions its options in addition to those of every job
 * @param wiring binds {@link Job}; can use everything that {@link PlatformModule} binds
 */
public record Registration(
        String name, String description, List<Topic> ownTopics, List<OptionGroup> ownOptions, Module wiring) {

    public Registration {
        ownTopics = List.copyOf(ownTopics);
        ownOptions = List.copyOf(ownOptions);
    }

    /** A job that reads and writes topics of the platform only. */
    public Registration(String name, String description, List<OptionGroup> ownOptions, Module wiring) {
        this(name, description, List.of(), ownOptions, wiring);
    }

    /** All options of the job. */
    public OptionSet options() {
        List<OptionGroup> groups =
                new ArrayList<>(List.of(KafkaOptions.GROUP, RegistryOptions.GROUP, TopicOptions.with(ownTopics)));
        groups.addAll(ownOptions);
        groups.add(JobOptions.GROUP);
        return OptionSet.of(groups.toArray(OptionGroup[]::new)).readBy("segue run " + name);
    }

    /** Builds the job, from a configuration that was validated with {@link #options}. */
    public JobRun build(Config config) {
        JobSettings settings = JobOptions.from(config, name);
        Topics topics = TopicOptions.from(config, ownTopics);
        return Guice.createInjector(new PlatformModule(config, settings, topics), wiring)
                .getInstance(JobRun.class);
    }
}
