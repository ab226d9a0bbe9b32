/**
 * Session revisions to KPI rows: what was listened to, of each playlist, album and radio and of all, where and when. And
 * plays to track KPIs: how the tracks of each playlist, album and radio do.
 *
 * <p>Owner: the playlists team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.sessions}; {@code listening.plays}, unless {@code kpis.max-tracks} is 0.
 *
 * <p>Topics out: {@code listening.kpis} and {@code listening.track-kpis} (upserts), {@code listening.dead-letters} (append),
 * {@code listening.health} (upserts).
 *
 * <p>Lateness: whatever corrects a session corrects its rows, until the row says that it is settled. A revision of a session
 * that is settled and purged is a repeat; it is counted as late, and changes nothing. The last record of each session counts,
 * whatever its number.
 *
 * <p>May be lost: nothing that was read. A row is emitted at most every {@code kpis.emit-every} (5 s); its states in
 * between are not emitted, its last one always is. Track KPIs are emitted at most every {@code kpis.emit-tracks-every}
 * (1 min).
 */
package dev.segue.app.job.playlists;
