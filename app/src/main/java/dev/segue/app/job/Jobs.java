package dev.segue.app.job;

import dev.segue.app.job.sessions.SessionsJob;
import java.util.List;

/** All jobs there are. */
public final class Jobs {

    /** One line for each. */
    public static final List<Registration> ALL = List.of(SessionsJob.REGISTRATION);

    private Jobs() {}
}
