package dev.segue.demo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Flink's REST API says of the jobs. */
final class FlinkApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String root;

    FlinkApi(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** The ids of the jobs that have not ended, by name. */
    Map<String, String> jobs() throws IOException, InterruptedException {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            String state = job.path("state").asText();
            if (!state.equals("FINISHED") && !state.equals("CANCELED") && !state.equals("FAILED")) {
                ids.put(job.path("name").asText(), job.path("jid").asText());
            }
        }
        return ids;
    }

    /** How many task managers are registered. */
    int taskManagers() throws IOException, InterruptedException {
        return get("/overview").path("taskmanagers").asInt();
    }

    /** Whether all tasks of a job run. */
    boolean isRunning(String id) throws IOException, InterruptedException {
        JsonNode job = get("/jobs/" + id);
        for (JsonNode vertex : job.path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return job.path("state").asText().equals("RUNNING");
    }

    /** The number of the last completed checkpoint; 0 before the first. */
    long lastCheckpoint(String id) throws IOException, InterruptedException {
        return get("/jobs/" + id + "/checkpoints")
                .path("latest")
                .path("completed")
                .path("id")
                .asLong();
    }

    /** How many checkpoints of a job have failed, since the job manager knows it. */
    long failedCheckpoints(String id) throws IOException, InterruptedException {
        return get("/jobs/" + id + "/checkpoints").path("counts").path("failed").asLong();
    }

    /** The pages on the cluster and on each job, as one text. */
    String pages() throws IOException, InterruptedException {
        StringBuilder pages = new StringBuilder();
        pages.append(get("/jobmanager/config")).append(get("/jobmanager/environment"));
        for (String id : jobs().values()) {
            for (String page :
                    List.of("", "/config", "/jobmanager/config", "/jobmanager/environment", "/plan", "/exceptions")) {
                pages.append(get("/jobs/" + id + page));
            }
        }
        return pages.toString();
    }

    /** The number of the checkpoint that the job has last been restored from; 0 if from none. */
    long restoredCheckpoint(String id) throws IOException, InterruptedException {
        return get("/jobs/" + id + "/checkpoints")
                .path("latest")
                .path("restored")
                .path("id")
                .asLong();
    }

    /** How often the job has been restarted. */
    long restarts(String id) throws IOException, InterruptedException {
        JsonNode metrics = get("/jobs/" + id + "/metrics?get=numRestarts");
        return metrics.isEmpty() ? 0 : metrics.get(0).path("value").asLong();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Flink answers " + answer.statusCode() + " to " + path + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
