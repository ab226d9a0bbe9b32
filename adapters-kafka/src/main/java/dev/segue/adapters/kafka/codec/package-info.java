/**
 * Converts record bytes to and from the domain: Confluent's wire format around Avro binary. For unusable bytes, every
 * codec throws {@link dev.segue.adapters.kafka.codec.UnusableRecord} and nothing else. No codec is thread-safe.
 */
package dev.segue.adapters.kafka.codec;
