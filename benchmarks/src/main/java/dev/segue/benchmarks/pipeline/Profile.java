package dev.segue.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * A summary of the Flight Recorder's samples of threads.
 *
 * @param samples number of samples
 * @param own by method, number of samples with it on top of the stack
 * @param below by method, number of samples with it anywhere on the stack
 */
record Profile(int samples, Map<String, Integer> own, Map<String, Integer> below) {

    private static final int MOST = 45;

    static Profile of(Path recording) throws IOException {
        Map<String, Integer> own = new HashMap<>();
        Map<String, Integer> below = new HashMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                boolean runs = event.getEventType().getName().equals("jdk.ExecutionSample")
                        || event.getEventType().getName().equals("jdk.NativeMethodSample");
                if (!runs || event.getStackTrace() == null || waits(event)) {
                    continue;
                }
                samples++;
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                own.merge(name(frames.get(0)), 1, Integer::sum);
                frames.stream().map(Profile::name).distinct().forEach(name -> below.merge(name, 1, Integer::sum));
            }
        }
        return new Profile(samples, own, below);
    }

    /** Native methods are also sampled while they wait for the network or for files. */
    private static boolean waits(RecordedEvent event) {
        String top = name(event.getStackTrace().getFrames().get(0));
        return top.contains("poll") || top.contains("wait") || top.contains("accept") || top.startsWith("EPoll");
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    String summary(String title) {
        return "Profile of " + title + ", " + samples + " samples\nin the method itself:\n" + top(own)
                + "in the method and what it calls:\n" + top(below);
    }

    private String top(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(entry -> String.format(
                        Locale.ROOT, "  %5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()))
                .collect(Collectors.joining());
    }
}
