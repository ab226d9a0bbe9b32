/**
 * Reads playback events, and the results of our own jobs, from Kafka, with the acceptance clock of every partition. Use
 * {@link PlaybackSource} and {@link ResultSources}; {@link ClockedReader} reads on the workers, {@link SharedClock}
 * combines their times.
 */
package dev.segue.adapters.kafka.source;
