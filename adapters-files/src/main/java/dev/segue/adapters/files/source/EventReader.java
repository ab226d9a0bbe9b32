package dev.segue.adapters.files.source;

import dev.segue.adapters.files.history.Plays;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
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
 * Reads the files assigned to it one after the other, and reports its progress. (Flink's own iterator reader expects
 * every iterator to have elements; a file may be empty.)
 */
final class EventReader implements SourceReader<Received<PlaybackRecord>, FileSplit> {

    private final SourceReaderContext context;
    private final Plays plays;
    private final Progress progress;
    private final EventEmitter emitter;
    private final Queue<FileSplit> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private FileSplit split;
    private ReceivedEvents events;
    private boolean noMoreSplits;

    EventReader(SourceReaderContext context, Plays plays, Progress progress, EventEmitter emitter) {
        this.context = context;
        this.plays = plays;
        this.progress = progress;
        this.emitter = emitter;
    }

    @Override
    public void start() {
        if (waiting.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Received<PlaybackRecord>> output) {
        if (events == null && !beginNextFile()) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (events.hasNext()) {
            Received<PlaybackRecord> received = events.next();
            emitter.emit(received, split.file(), events.givenLine(), output);
            progress.oneMoreRow(received instanceof Received.Message<PlaybackRecord>);
            noteProgress();
        } else {
            endFile();
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<FileSplit> snapshotState(long checkpointId) {
        List<FileSplit> unread = new ArrayList<>(waiting);
        if (events != null) {
            unread.add(split.getUpdatedSplitForIterator(events));
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
        if (events != null) {
            events.close();
        }
    }

    private boolean beginNextFile() {
        split = waiting.poll();
        if (split == null) {
            return false;
        }
        events = split.events(plays);
        return true;
    }

    private void noteProgress() {
        progress.moreBytes(events.takeBytesRead());
        progress.moreWithoutListening(events.takeWithoutListening());
    }

    private void endFile() {
        noteProgress();
        events.close();
        events = null;
        if (waiting.isEmpty() && !noMoreSplits) {
            available = new CompletableFuture<>();
            context.sendSplitRequest();
        }
    }
}
