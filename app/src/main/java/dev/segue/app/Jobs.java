package dev.segue.app;

import dev.segue.app.job.Registration;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.job.playlists.PlaylistsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.job.signals.SignalsJob;
import java.util.List;

/** All jobs. */
public final class Jobs {

    /** One registration per job. */
    public static final List<Registration> ALL = List.of(
            SessionsJob.REGISTRATION, PlaylistsJob.REGISTRATION, AlertsJob.REGISTRATION, SignalsJob.REGISTRATION);

    private Jobs() {}
}
