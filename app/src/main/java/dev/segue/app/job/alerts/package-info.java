/**
 * KPI rows to incidents: what is not as usual, compared with the same local hour of the same weekday.
 *
 * <p>Owner: the alerts team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.kpis}.
 *
 * <p>Topics out: {@code listening.alerts} and {@code listening.health} (upserts), {@code listening.dead-letters}
 * (append).
 *
 * <p>Lateness: an hour is evaluated 10 min, 1 h and 6 h after it ended, by what was told up to then. What corrects it later
 * can take an incident back, and never opens one.
 *
 * <p>May be lost: rows of series beyond {@code alerts.max-series}, which are counted as rejected. Nothing else.
 */
package dev.segue.app.job.alerts;
