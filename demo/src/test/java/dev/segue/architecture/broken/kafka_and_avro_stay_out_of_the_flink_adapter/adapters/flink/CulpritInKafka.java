package dev.segue.architecture.broken.kafka_and_avro_stay_out_of_the_flink_adapter.adapters.flink;

/** Knows Kafka. */
public final class CulpritInKafka {
    org.apache.kafka.clients.producer.ProducerConfig config;
}
