/**
 * Playback events to listening sessions and their plays.
 *
 * <p>Owner: the sessions team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.playback}, {@code catalog.tracks} (optional).
 *
 * <p>Topics out: {@code listening.sessions} and {@code listening.plays} (upserts), {@code listening.late} and
 * {@code listening.dead-letters} (append), {@code listening.health} (upserts).
 *
 * <p>Lateness: an event up to {@code sessions.allowed-lateness} (24 h) behind the acceptance clock still corrects
 * emitted sessions. Later events go whole to {@code listening.late}.
 *
 * <p>May be lost: nothing that was read. Every record read is accepted, a duplicate, late or a dead letter, and
 * {@code listening.health} has the accounting.
 */
package dev.segue.app.job.sessions;
