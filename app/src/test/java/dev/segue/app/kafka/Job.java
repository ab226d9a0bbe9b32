package dev.segue.app.kafka;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.kafka.source.ClockedSource;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** A job in this process that reads playback and records what it receives: messages, and the acceptance clock. */
final class Job implements AutoCloseable {

    private static final Map<Integer, Notes> ALL_NOTES = new ConcurrentHashMap<>();
    private static final AtomicInteger JOBS = new AtomicInteger();

    private final Notes notes;
    private final JobClient client;
    private boolean ended;

    private Job(Notes notes, JobClient client) {
        this.notes = notes;
        this.client = client;
    }

    /** Starts reading. */
    static Job reading(ClockedSource<Received<PlaybackRecord>> source, int parallelism) throws Exception {
        return start(source, parallelism, new Configuration());
    }

    /** Resumes reading from a savepoint. */
    static Job goingOnFrom(String savepoint, ClockedSource<Received<PlaybackRecord>> source, int parallelism)
            throws Exception {
        Configuration settings = new Configuration();
        settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        return start(source, parallelism, settings);
    }

    private static Job start(ClockedSource<Received<PlaybackRecord>> source, int parallelism, Configuration settings)
            throws Exception {
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, Math.max(parallelism, 1));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        int number = JOBS.incrementAndGet();
        Notes notes = new Notes();
        ALL_NOTES.put(number, notes);
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        flink.fromSource(source, WatermarkStrategy.noWatermarks(), "playback")
                .uid("playback")
                .transform("notes", IntakeTypes.RECEIVED_EVENTS, new Noting(number))
                .setParallelism(1)
                .uid("notes")
                .sinkTo(new DiscardingSink<>());
        return new Job(notes, flink.executeAsync("reading playback"));
    }

    List<Received<PlaybackRecord>> received() {
        return notes.received;
    }

    /** The values of the acceptance clock, in order. */
    List<Long> clock() {
        return notes.clock;
    }

    boolean running() throws Exception {
        return client.getJobStatus().get() == JobStatus.RUNNING;
    }

    /** Waits until bounded input has ended. */
    void awaitEnd() throws Exception {
        client.getJobExecutionResult().get();
        ended = true;
    }

    /** Stops the job with a savepoint, and returns its path. */
    String stop(Path directory) throws Exception {
        String savepoint = client.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        ended = true;
        return savepoint;
    }

    @Override
    public void close() {
        if (!ended) {
            client.cancel().join();
        }
    }

    private static final class Notes {
        private final List<Received<PlaybackRecord>> received = new CopyOnWriteArrayList<>();
        private final List<Long> clock = new CopyOnWriteArrayList<>();
    }

    private static final class Noting extends AbstractStreamOperator<Received<PlaybackRecord>>
            implements OneInputStreamOperator<Received<PlaybackRecord>, Received<PlaybackRecord>> {

        private static final long serialVersionUID = 1;

        private final int job;

        Noting(int job) {
            this.job = job;
        }

        @Override
        public void processElement(StreamRecord<Received<PlaybackRecord>> received) {
            ALL_NOTES.get(job).received.add(received.getValue());
        }

        @Override
        public void processWatermark(Watermark mark) {
            ALL_NOTES.get(job).clock.add(mark.getTimestamp());
        }
    }
}
