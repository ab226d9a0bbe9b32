/**
 * Playback events out of Kafka, with the acceptance clock of every partition: {@link PlaybackSource} is the way in,
 * {@link PlaybackReader} reads on the workers, {@link SharedClock} brings their times together.
 */
package dev.segue.adapters.kafka.source;
