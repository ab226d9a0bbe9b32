/**
 * Playback events, and what our own jobs said, out of Kafka, with the acceptance clock of every partition: {@link
 * PlaybackSource} and {@link ResultSources} are the ways in, {@link ClockedReader} reads on the workers, {@link SharedClock}
 * brings their times together.
 */
package dev.segue.adapters.kafka.source;
