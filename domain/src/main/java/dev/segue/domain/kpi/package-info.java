/**
 * KPIs: what was listened to, of one subject, in one place, in one local hour, day or week. A session, and a run, counts
 * wholly where and when it began, so every number can be taken back exactly when a session is corrected.
 */
package dev.segue.domain.kpi;
