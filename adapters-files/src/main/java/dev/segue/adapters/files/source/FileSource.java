package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A bounded source of the messages in files. Each file is read by one reader, and readers work in parallel. A single
 * reader reads the files in order.
 */
public final class FileSource implements Source<Received<PlaybackRecord>, FileSplit, Collection<FileSplit>> {

    private static final FileSplitsSerializer SPLITS = new FileSplitsSerializer();

    private final int version = SPLITS.getVersion();
    private final byte[] splits;
    private final InThisProcess<Plays> plays;
    private final InThisProcess<Progress> progress;
    private final InThisProcess<LateLines> late;

    /** With {@code late}, it emits watermarks. */
    private FileSource(
            List<InputFile> files,
            long readAt,
            InThisProcess<Plays> plays,
            InThisProcess<Progress> progress,
            InThisProcess<LateLines> late) {
        this.plays = plays;
        this.progress = progress;
        this.late = late;
        Collection<FileSplit> all = IntStream.range(0, files.size())
                .mapToObj(number -> new FileSplit(number, files.get(number), 0, readAt))
                .collect(toCollection(ArrayList::new));
        try {
            splits = SPLITS.serialize(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code files} in any order, and emits no watermark before the end.
     *
     * @param readAt the time of reading, for all of them
     * @param plays what all files together say about each play
     * @param progress receives how far the readers have come
     */
    public static FileSource inAnyOrder(
            List<InputFile> files, long readAt, InThisProcess<Plays> plays, InThisProcess<Progress> progress) {
        return new FileSource(files, readAt, plays, progress, null);
    }

    /**
     * Reads {@code files} as one stream, in order; the watermark is the newest event so far. Requires parallelism 1.
     *
     * @param readAt the time of reading, for all of them
     * @param plays what all files together say about each play
     * @param progress receives how far the reader has come
     * @param late receives the late lines
     */
    public static FileSource asStream(
            List<InputFile> files,
            long readAt,
            InThisProcess<Plays> plays,
            InThisProcess<Progress> progress,
            InThisProcess<LateLines> late) {
        return new FileSource(files, readAt, plays, progress, requireNonNull(late, "late"));
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<FileSplit, Collection<FileSplit>> createEnumerator(SplitEnumeratorContext<FileSplit> context)
            throws IOException {
        return new IteratorSourceEnumerator<>(context, SPLITS.deserialize(version, splits));
    }

    @Override
    public SplitEnumerator<FileSplit, Collection<FileSplit>> restoreEnumerator(
            SplitEnumeratorContext<FileSplit> context, Collection<FileSplit> remaining) {
        return new IteratorSourceEnumerator<>(context, remaining);
    }

    @Override
    public SourceReader<Received<PlaybackRecord>, FileSplit> createReader(SourceReaderContext context) {
        if (late == null) {
            return new EventReader(context, plays.get(), progress.get(), EventEmitter.WITHOUT_CLOCK);
        }
        if (context.currentParallelism() != 1) {
            throw new IllegalStateException("one stream needs parallelism 1, not " + context.currentParallelism());
        }
        return new EventReader(context, plays.get(), progress.get(), new StreamClock(late.get()));
    }

    @Override
    public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
        return new FileSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Collection<FileSplit>> getEnumeratorCheckpointSerializer() {
        return SPLITS;
    }
}
