package dev.segue.architecture.broken.kafka_and_avro_stay_out_of_the_flink_adapter.adapters.kafka;

/** May know Avro. */
public final class Innocent {
    org.apache.avro.Schema schema;
}
