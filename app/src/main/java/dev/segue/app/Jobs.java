package dev.segue.app;

import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.job.Registration;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.job.playlists.PlaylistsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.job.signals.SignalsJob;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All jobs. */
public final class Jobs {

    /** One registration per job. */
    public static final List<Registration> ALL = List.of(
            SessionsJob.REGISTRATION, PlaylistsJob.REGISTRATION, AlertsJob.REGISTRATION, SignalsJob.REGISTRATION);

    private Jobs() {}

    /** The topics of the platform and of all jobs, under their usual names. */
    public static Topics topics() {
        return Topics.named(ALL.stream()
                .flatMap(job -> job.ownTopics().stream())
                .collect(Collectors.toMap(Function.identity(), Topic::usualName)));
    }
}
