/**
 * Bytes on a topic to and from the domain: Confluent's wire format around Avro binary. Every codec turns unusable bytes
 * into {@link dev.segue.adapters.kafka.codec.UnusableRecord} and nothing else; none is safe for use by several threads.
 */
package dev.segue.adapters.kafka.codec;
