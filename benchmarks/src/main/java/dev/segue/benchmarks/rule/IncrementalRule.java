package dev.segue.benchmarks.rule;

import dev.segue.benchmarks.history.OneListener;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many events per second one core processes, including emission, by session length and order of arrival. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IncrementalRule {

    /** A hundred sessions of 20, or one of 2,000. */
    private static final int PLAYS = 2_000;

    private static final long SEED = 7;

    @Param({"20", "2000"})
    public int playsPerSession;

    @Param({"0", "0.05"})
    public double lateShare;

    private List<PlaybackEvent> events;

    /** Creates the events in advance, so that only the rule is measured. */
    @Setup
    public void listen() {
        events = OneListener.plays(SEED, PLAYS, playsPerSession, lateShare);
    }

    /** The whole life of a listener: every play, and every resulting revision. */
    @Benchmark
    @OperationsPerInvocation(PLAYS)
    public long acceptAndEmit() {
        return new ListenerInMemory(SessionRules.DEFAULT).listenTo(events);
    }
}
