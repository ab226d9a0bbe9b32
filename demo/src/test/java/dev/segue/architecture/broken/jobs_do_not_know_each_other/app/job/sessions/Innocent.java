package dev.segue.architecture.broken.jobs_do_not_know_each_other.app.job.sessions;

/** Knows no other job. */
public final class Innocent {}
