/**
 * Playback events to listening sessions, and the plays they are made of.
 *
 * <p>Owner: the sessions team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.playback}, {@code catalog.tracks} (optional).
 *
 * <p>Topics out: {@code listening.sessions} and {@code listening.plays} (upserts), {@code listening.late} and
 * {@code listening.dead-letters} (append), {@code listening.health} (upserts).
 *
 * <p>Lateness: an event may come up to {@code sessions.allowed-lateness} (24 h) behind the acceptance clock and still corrects
 * what was told. What comes later goes to {@code listening.late}, whole.
 *
 * <p>May be lost: nothing that was read. Every record read is accepted, a duplicate, late or a dead letter, and
 * {@code listening.health} holds the account.
 */
package dev.segue.app.job.sessions;
