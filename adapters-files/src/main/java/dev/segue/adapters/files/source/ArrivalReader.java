package dev.segue.adapters.files.source;

import dev.segue.adapters.files.history.Plays;
import dev.segue.domain.playback.Arrival;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads one file after the other, as they are handed to it, and tells how far it has come. (Flink's own reader of
 * iterators expects every one of them to hold something; a file may be empty.)
 */
final class ArrivalReader implements SourceReader<Arrival, FileSplit> {

    private final SourceReaderContext context;
    private final Plays plays;
    private final Progress progress;
    private final HandingOn handingOn;
    private final Queue<FileSplit> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private FileSplit split;
    private Arrivals arrivals;
    private boolean noMoreSplits;

    ArrivalReader(SourceReaderContext context, Plays plays, Progress progress, HandingOn handingOn) {
        this.context = context;
        this.plays = plays;
        this.progress = progress;
        this.handingOn = handingOn;
    }

    @Override
    public void start() {
        if (waiting.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival> output) {
        if (arrivals == null && !beginNextFile()) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (arrivals.hasNext()) {
            Arrival arrival = arrivals.next();
            handingOn.handOn(arrival, split.file(), arrivals.givenLine(), output);
            progress.oneMoreRow(arrival instanceof Arrival.Heard);
            progress.moreBytes(arrivals.takeBytesRead());
        } else {
            endFile();
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<FileSplit> snapshotState(long checkpointId) {
        List<FileSplit> unread = new ArrayList<>(waiting);
        if (arrivals != null) {
            unread.add(split.getUpdatedSplitForIterator(arrivals));
        }
        return unread;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<FileSplit> splits) {
        waiting.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public void close() {
        if (arrivals != null) {
            arrivals.close();
        }
    }

    private boolean beginNextFile() {
        split = waiting.poll();
        if (split == null) {
            return false;
        }
        arrivals = split.arrivals(plays);
        return true;
    }

    private void endFile() {
        progress.moreBytes(arrivals.takeBytesRead());
        arrivals.close();
        arrivals = null;
        if (waiting.isEmpty() && !noMoreSplits) {
            available = new CompletableFuture<>();
            context.sendSplitRequest();
        }
    }
}
