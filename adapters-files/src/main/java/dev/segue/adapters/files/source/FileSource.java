package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackEvent;
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
 * The arrivals out of files that end. Each file is read by one reader, as many files at once as there are readers. A
 * single reader reads them in their order.
 */
public final class FileSource implements Source<Received<PlaybackEvent>, FileSplit, Collection<FileSplit>> {

    private static final FileSplitsSerializer SPLITS = new FileSplitsSerializer();

    private final int version = SPLITS.getVersion();
    private final byte[] splits;
    private final InThisProcess<Plays> plays;
    private final InThisProcess<Progress> progress;
    private final InThisProcess<LateLines> late;

    /** With {@code late}, a clock runs. */
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
     * Reads {@code files} in any order, and tells no time before the end.
     *
     * @param readAt what counts as the time of reading, for all of them
     * @param plays what all files together say of each play
     * @param progress is told how far the readers have come
     */
    public static FileSource inAnyOrder(
            List<InputFile> files, long readAt, InThisProcess<Plays> plays, InThisProcess<Progress> progress) {
        return new FileSource(files, readAt, plays, progress, null);
    }

    /**
     * Reads {@code files} as one stream, in their order; the watermark is the newest event so far. Needs a parallelism of
     * one.
     *
     * @param readAt what counts as the time of reading, for all of them
     * @param plays what all files together say of each play
     * @param progress is told how far the reader has come
     * @param late is told which lines are late
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
    public SourceReader<Received<PlaybackEvent>, FileSplit> createReader(SourceReaderContext context) {
        if (late == null) {
            return new EventReader(context, plays.get(), progress.get(), EventEmitter.WITHOUT_CLOCK);
        }
        if (context.currentParallelism() != 1) {
            throw new IllegalStateException("one stream has one reader, not " + context.currentParallelism());
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
