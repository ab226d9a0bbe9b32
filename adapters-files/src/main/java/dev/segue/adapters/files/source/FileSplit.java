package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.playback.PlaybackRecord;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;

/**
 * What remains to be read of one file.
 *
 * @param number of the file among the files of its run
 * @param given how many of its messages have been read already
 * @param readAt the time of reading
 */
record FileSplit(int number, InputFile file, long given, long readAt)
        implements IteratorSourceSplit<Received<PlaybackRecord>, ReceivedEvents> {

    FileSplit {
        requireNonNull(file, "file");
    }

    @Override
    public String splitId() {
        return Integer.toString(number);
    }

    /** Its messages if there is no other file. */
    @Override
    public ReceivedEvents getIterator() {
        return events(Plays.NONE);
    }

    /**
     * Its messages.
     *
     * @param plays what all files together say about each play
     */
    ReceivedEvents events(Plays plays) {
        ReceivedEvents events = new ReceivedEvents(file, plays, readAt);
        events.skip(given);
        return events;
    }

    @Override
    public FileSplit getUpdatedSplitForIterator(ReceivedEvents events) {
        return new FileSplit(number, file, events.given(), readAt);
    }
}
