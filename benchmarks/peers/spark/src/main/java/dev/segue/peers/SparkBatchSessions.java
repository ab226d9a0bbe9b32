package dev.segue.peers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Sessions by a batch: gaps and islands, with Spark. A play begins a session when it starts more than the gap after the
 * end of all plays before it.
 */
public final class SparkBatchSessions {

    private SparkBatchSessions() {}

    /**
     * Reads all events, and writes all sessions.
     *
     * @param words see {@link Spark}
     */
    public static void main(String[] words) throws Exception {
        Spark spark = new Spark(words);
        SparkSession session = spark.session();
        WindowSpec inOrder = Window.partitionBy("user_id").orderBy("started_at", "occurred_at");
        WindowSpec before = inOrder.rowsBetween(Window.unboundedPreceding(), -1);
        WindowSpec sofar = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> plays = spark.plays(
                        session.read().format("kafka").options(spark.input()).load())
                .withColumn("ended_before", max("occurred_at").over(before))
                .withColumn(
                        "begins",
                        coalesce(expr("started_at > ended_before + INTERVAL 15 MINUTES"), lit(true))
                                .cast("int"))
                .withColumn("number", sum("begins").over(sofar));
        Dataset<Row> sessions = plays.groupBy(col("user_id"), col("number"))
                .agg(
                        min("started_at").as("started_at"),
                        max("occurred_at").as("ended_at"),
                        count(lit(1)).as("plays"),
                        sum("played_ms").as("listened_ms"));
        spark.records(sessions).write().format("kafka").options(spark.output()).save();
        session.stop();
    }
}
