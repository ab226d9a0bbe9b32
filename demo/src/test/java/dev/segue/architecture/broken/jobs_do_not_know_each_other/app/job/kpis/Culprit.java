package dev.segue.architecture.broken.jobs_do_not_know_each_other.app.job.kpis;

/** Knows another job. */
public final class Culprit {
    dev.segue.architecture.broken.jobs_do_not_know_each_other.app.job.sessions.Innocent other;
}
