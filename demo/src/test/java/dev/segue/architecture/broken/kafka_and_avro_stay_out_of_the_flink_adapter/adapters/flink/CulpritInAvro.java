package dev.segue.architecture.broken.kafka_and_avro_stay_out_of_the_flink_adapter.adapters.flink;

/** Knows Avro. */
public final class CulpritInAvro {
    org.apache.avro.Schema schema;
}
