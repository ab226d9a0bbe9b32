package dev.segue.peers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Sessions by Spark's Structured Streaming: its session windows, state in RocksDB. It emits a session once, when the
 * watermark has passed its end and the gap; so the watermark waits for the allowed lateness. Updates are not possible
 * with session windows.
 */
public final class SparkStreamingSessions {

    private SparkStreamingSessions() {}

    /**
     * Runs until all events are read.
     *
     * @param words see {@link Spark}
     */
    public static void main(String[] words) throws Exception {
        Spark spark = new Spark(words);
        SparkSession session = spark.session();
        Dataset<Row> records = session.readStream()
                .format("kafka")
                .options(spark.input())
                .option("maxOffsetsPerTrigger", spark.microBatch())
                .load();
        Dataset<Row> sessions = spark.plays(records)
                .withWatermark("occurred_at", spark.lateness())
                .groupBy(session_window(col("occurred_at"), "15 minutes"), col("user_id"))
                .agg(
                        min("started_at").as("started_at"),
                        max("occurred_at").as("ended_at"),
                        count(lit(1)).as("plays"),
                        sum("played_ms").as("listened_ms"));
        spark.records(sessions)
                .writeStream()
                .format("kafka")
                .options(spark.output())
                .option(
                        "checkpointLocation",
                        spark.folder().resolve("checkpoints").toString())
                .outputMode(OutputMode.Append())
                .trigger(Trigger.AvailableNow())
                .start()
                .awaitTermination();
        session.stop();
    }
}
