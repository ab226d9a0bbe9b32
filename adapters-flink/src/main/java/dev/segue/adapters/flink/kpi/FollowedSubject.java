package dev.segue.adapters.flink.kpi;

import dev.segue.domain.kpi.Subject;

/**
 * One subject that is followed, as it is kept.
 *
 * @param latestStart the start of its latest run
 */
public record FollowedSubject(Subject subject, long latestStart) {}
