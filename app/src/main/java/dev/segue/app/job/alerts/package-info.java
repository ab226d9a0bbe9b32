/**
 * KPI rows to incidents: what deviates from its baseline, the same local hour of the same weekday in earlier weeks.
 *
 * <p>Owner: the alerts team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.kpis}.
 *
 * <p>Topics out: {@code listening.alerts} and {@code listening.health} (upserts), {@code listening.dead-letters}
 * (append).
 *
 * <p>Lateness: an hour is evaluated 10 min, 1 h and 6 h after it ended, from the rows received until then. A later
 * correction can withdraw an incident, but never opens one.
 *
 * <p>May be lost: only rows of series beyond {@code alerts.max-series}, which are counted as rejected.
 */
package dev.segue.app.job.alerts;
