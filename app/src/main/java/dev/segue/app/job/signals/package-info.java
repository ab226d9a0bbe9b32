/**
 * Playback events to signals: what is known of a listener right now, and what that suggests for the next song and the next
 * ad.
 *
 * <p>Owner: the signals team ({@code CODEOWNERS}).
 *
 * <p>Topics in: {@code listening.playback}, {@code catalog.tracks}.
 *
 * <p>Topics out: {@code listening.signals} and {@code listening.health} (upserts).
 *
 * <p>Lateness: an event may come up to {@code signals.memory} (6 h) behind the acceptance clock and still corrects what is
 * known; no signal is ever sent back in time. What comes later is counted, and changes nothing.
 *
 * <p>May be lost: of a listener with more than {@code signals.max-remembered} (200) events, older ones count in sums only,
 * and what then comes for their time is counted as late. After a crash some signals come twice. Late events and dead letters are
 * in the account; to publish them is for {@code sessions}.
 */
package dev.segue.app.job.signals;
