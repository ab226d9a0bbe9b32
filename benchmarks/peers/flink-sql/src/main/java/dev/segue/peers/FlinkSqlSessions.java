package dev.segue.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

/**
 * Sessions by Flink SQL: its session window function, state on the heap. It emits a session once, when the watermark has
 * passed its end and the gap; so the watermark waits for the allowed lateness.
 */
public final class FlinkSqlSessions {

    private FlinkSqlSessions() {}

    /**
     * Runs until all events are read.
     *
     * @param words brokers, schema registry, topic to read, topic to write, folder, number of events, allowed lateness,
     *     interval of checkpoints, size of a micro-batch
     */
    public static void main(String[] words) throws Exception {
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inStreamingMode()
                .withConfiguration(settings(words))
                .build());
        flink.executeSql(
                """
                CREATE TABLE playback (
                  user_id STRING,
                  occurred_at TIMESTAMP(3),
                  track_ended ROW<started_at TIMESTAMP(3), played_ms BIGINT>,
                  WATERMARK FOR occurred_at AS occurred_at - INTERVAL '%d' HOUR
                ) WITH (
                  'connector' = 'kafka',
                  'properties.bootstrap.servers' = '%s',
                  'topic' = '%s',
                  'scan.startup.mode' = 'earliest-offset',
                  'scan.bounded.mode' = 'latest-offset',
                  'format' = 'avro-confluent',
                  'avro-confluent.url' = '%s'
                )"""
                        .formatted(Duration.parse(words[6]).toHours(), words[0], words[2], words[1]));
        flink.executeSql(
                """
                CREATE TABLE sessions (
                  session_key STRING,
                  started_at TIMESTAMP(3),
                  ended_at TIMESTAMP(3),
                  plays BIGINT,
                  listened_ms BIGINT
                ) WITH (
                  'connector' = 'kafka',
                  'properties.bootstrap.servers' = '%s',
                  'properties.transaction.timeout.ms' = '900000',
                  'properties.compression.type' = 'lz4',
                  'topic' = '%s',
                  'key.format' = 'raw',
                  'key.fields' = 'session_key',
                  'value.format' = 'avro-confluent',
                  'value.avro-confluent.url' = '%s',
                  'value.fields-include' = 'EXCEPT_KEY',
                  'sink.delivery-guarantee' = 'exactly-once',
                  'sink.transactional-id-prefix' = '%s'
                )"""
                        .formatted(words[0], words[3], words[1], words[3]));
        flink.executeSql(
                        """
                        INSERT INTO sessions
                        SELECT
                          CONCAT_WS('/', user_id, CAST(window_start AS STRING)),
                          MIN(track_ended.started_at),
                          MAX(occurred_at),
                          COUNT(*),
                          SUM(track_ended.played_ms)
                        FROM SESSION(TABLE playback PARTITION BY user_id, DESCRIPTOR(occurred_at), INTERVAL '15' MINUTE)
                        GROUP BY user_id, window_start, window_end""")
                .await();
    }

    private static Configuration settings(String[] words) {
        Path folder = Path.of(words[4]);
        Map<String, String> settings = new HashMap<>();
        settings.put("parallelism.default", "1");
        settings.put(
                "execution.checkpointing.interval", Duration.parse(words[7]).toMillis() + " ms");
        settings.put(
                "execution.checkpointing.dir",
                folder.resolve("checkpoints").toUri().toString());
        settings.put("io.tmp.dirs", folder.resolve("tmp").toString());
        settings.put("restart-strategy.type", "none");
        settings.put("table.local-time-zone", "UTC");
        settings.put("rest.address", "127.0.0.1");
        settings.put("rest.bind-address", "127.0.0.1");
        settings.put("rest.bind-port", "0");
        return Configuration.fromMap(settings);
    }
}
