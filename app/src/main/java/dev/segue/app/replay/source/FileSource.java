package dev.segue.app.replay.source;

import static java.util.stream.Collectors.toCollection;

import dev.segue.app.replay.input.InputFile;
import dev.segue.app.replay.local.InThisProcess;
import dev.segue.domain.playback.Arrival;
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

/** The arrivals out of files that end. Each file is read by one reader, as many files at once as there are readers. */
public final class FileSource implements Source<Arrival, FileSplit, Collection<FileSplit>> {

    private static final FileSplitsSerializer SPLITS = new FileSplitsSerializer();

    private final int version = SPLITS.getVersion();
    private final byte[] splits;
    private final InThisProcess<Progress> progress;

    /**
     * Reads {@code files}.
     *
     * @param readAt what counts as the time of reading, for all of them
     * @param progress is told how far the readers have come
     */
    public FileSource(List<InputFile> files, long readAt, InThisProcess<Progress> progress) {
        this.progress = progress;
        Collection<FileSplit> all = IntStream.range(0, files.size())
                .mapToObj(number -> new FileSplit(number, files.get(number), 0, readAt))
                .collect(toCollection(ArrayList::new));
        try {
            splits = SPLITS.serialize(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    public SourceReader<Arrival, FileSplit> createReader(SourceReaderContext context) {
        return new ArrivalReader(context, progress.get());
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
