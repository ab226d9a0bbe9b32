package dev.segue.peers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.avro.functions;

/** What the stream and the batch have in common: a local Spark, and Avro. */
final class Spark {

    private final String[] words;

    /**
     * A Spark for one run.
     *
     * @param words brokers, schema registry, topic to read, topic to write, folder, number of events, allowed lateness,
     *     interval of checkpoints, size of a micro-batch
     */
    Spark(String[] words) {
        this.words = words;
    }

    /** Two cores, and as many partitions: the usual 200 are meant for clusters. */
    SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName(words[3])
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.local.dir", folder().resolve("tmp").toString())
                .config("spark.sql.warehouse.dir", folder().resolve("warehouse").toString())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 2)
                .config(
                        "spark.sql.streaming.stateStore.providerClass",
                        "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider")
                .getOrCreate();
    }

    Path folder() {
        return Path.of(words[4]);
    }

    String lateness() {
        return Duration.parse(words[6]).toMinutes() + " minutes";
    }

    String microBatch() {
        return words[8];
    }

    /** The settings of Kafka to read with. */
    Map<String, String> input() {
        return Map.of("kafka.bootstrap.servers", words[0], "subscribe", words[2], "startingOffsets", "earliest");
    }

    /** The settings of Kafka to write with. */
    Map<String, String> output() {
        return Map.of("kafka.bootstrap.servers", words[0], "topic", words[3], "kafka.compression.type", "lz4");
    }

    /** The plays that records report. The registry's five bytes are not part of the Avro data. */
    Dataset<Row> plays(Dataset<Row> records) throws IOException {
        Column event = functions.from_avro(
                expr("substring(value, 6)"), schema("written.avsc"), Map.of("avroSchema", schema("read.avsc")));
        return records.select(event.as("event"))
                .select(
                        col("event.user_id"),
                        col("event.occurred_at"),
                        col("event.track_ended.started_at"),
                        col("event.track_ended.played_ms"));
    }

    /** Records of sessions, from columns with the names of the schema's fields and {@code user_id}. */
    Dataset<Row> records(Dataset<Row> sessions) throws IOException {
        Column startedAt = expr("unix_millis(started_at)");
        return sessions.select(
                concat_ws("/", col("user_id"), startedAt.cast("string")).as("key"),
                functions
                        .to_avro(
                                struct(
                                        startedAt.as("started_at"),
                                        expr("unix_millis(ended_at)").as("ended_at"),
                                        col("plays"),
                                        col("listened_ms")),
                                schema("session.avsc"))
                        .as("value"));
    }

    private String schema(String name) throws IOException {
        return Files.readString(folder().resolve(name));
    }
}
