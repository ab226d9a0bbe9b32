package dev.segue.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What Flink's REST API says of the checkpoints of one job. */
final class CheckpointStatistics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI checkpoints;

    CheckpointStatistics(String api, String job) {
        this.checkpoints = URI.create(api + "/jobs/" + job + "/checkpoints");
    }

    /**
     * A completed checkpoint.
     *
     * @param durationMs from its trigger until all parts were acknowledged, in milliseconds
     * @param stateBytes of the whole state that it refers to
     * @param writtenBytes of what it wrote anew; the rest is shared with earlier checkpoints
     * @param path where it can be restored from
     */
    record Completed(long id, long durationMs, long stateBytes, long writtenBytes, String path) {}

    /** The completed checkpoints so far, the first one first. */
    List<Completed> completed() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(checkpoints).timeout(PATIENCE).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("Flink answers " + answer.statusCode() + ": " + answer.body());
        }
        List<Completed> completed = new ArrayList<>();
        for (JsonNode some : JSON.readTree(answer.body()).path("history")) {
            if (some.path("status").asText().equals("COMPLETED")) {
                completed.add(new Completed(
                        some.path("id").asLong(),
                        some.path("end_to_end_duration").asLong(),
                        some.path("state_size").asLong(),
                        some.path("checkpointed_size").asLong(),
                        some.path("external_path").asText()));
            }
        }
        completed.sort(Comparator.comparingLong(Completed::id));
        return completed;
    }
}
