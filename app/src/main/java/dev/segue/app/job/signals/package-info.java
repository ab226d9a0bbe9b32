/**
 * Playback events to signals: what is known about a listener right now, and what that suggests for the next song and
 * the next ad.
 *
 * <p>Owner: the signals team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.playback}, {@code catalog.tracks}.
 *
 * <p>Topics out: {@code listening.signals} and {@code listening.health} (upserts).
 *
 * <p>Lateness: an event up to {@code signals.memory} (6 h) behind the acceptance clock still corrects what is known; no
 * signal is ever about an earlier time than the one before. Later events are counted, and change nothing.
 *
 * <p>May be lost: if a listener has more than {@code signals.max-remembered} (200) events, older ones count only in
 * sums, and further events from their time are counted as late. After a crash some signals are emitted twice. Late
 * events and dead letters are in the accounting; only the {@code sessions} job publishes them.
 */
package dev.segue.app.job.signals;
