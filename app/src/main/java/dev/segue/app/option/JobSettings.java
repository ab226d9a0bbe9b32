package dev.segue.app.option;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * How a job runs on Flink.
 *
 * @param parallelism null when Flink decides
 * @param checkpointFolder a URI, or null when Flink's own configuration decides
 * @param flink further options, as Flink names them
 */
public record JobSettings(
        String name,
        Integer parallelism,
        int maxParallelism,
        DeliveryGuarantee delivery,
        Duration checkpointInterval,
        Duration checkpointTimeout,
        String checkpointFolder,
        StateBackend stateBackend,
        Map<String, String> flink) {

    public JobSettings {
        flink = Map.copyOf(flink);
    }
}
