package dev.segue.adapters.files.source;

import dev.segue.adapters.files.format.Row;
import dev.segue.adapters.files.format.Rows;
import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Sentence;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.playback.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The messages in one file: every row is judged, and none is lost; those that are no listening are only counted. If the file cannot be read to its end, the last
 * message is a rejected one that says why.
 */
final class ReceivedEvents implements Iterator<Received<PlaybackRecord>>, Closeable {

    private final InputFile file;
    private final Plays plays;
    private final long readAt;
    private Rows rows;
    private Received<PlaybackRecord> next;
    private long line;
    private long givenLine;
    private long given;
    private long bytesRead;
    private long withoutListening;
    private boolean ended;

    /**
     * Starts at the beginning of the file.
     *
     * @param plays what all files together say about each play
     * @param readAt the time of reading
     */
    ReceivedEvents(InputFile file, Plays plays, long readAt) {
        this.file = file;
        this.plays = plays;
        this.readAt = readAt;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advanced();
        }
        return next != null;
    }

    @Override
    public Received<PlaybackRecord> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Received<PlaybackRecord> received = next;
        next = null;
        given++;
        givenLine = line;
        return received;
    }

    /** The line on which the last message returned begins, counted from 1. */
    long givenLine() {
        return givenLine;
    }

    /** How many messages have been returned. */
    long given() {
        return given;
    }

    /** How many bytes of the file have been read since the last call. */
    long takeBytesRead() {
        long taken = bytesRead;
        bytesRead = 0;
        return taken;
    }

    /** How many rows that are no listening have been passed over since the last call. */
    long takeWithoutListening() {
        long taken = withoutListening;
        withoutListening = 0;
        return taken;
    }

    /** Skips messages until {@code count} have been returned, counting those returned before. */
    void skip(long count) {
        while (given < count && hasNext()) {
            next();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            // All rows needed have been read.
        }
    }

    private Received<PlaybackRecord> advanced() {
        try {
            if (rows == null) {
                rows = file.open(bytes -> bytesRead += bytes);
            }
            Row row = rows.next();
            while (row instanceof Row.NoListening) {
                withoutListening++;
                row = rows.next();
            }
            if (row == null) {
                close();
                return null;
            }
            line = row.line();
            return judged(row);
        } catch (IOException | RuntimeException e) {
            // Decompressing damaged bytes may throw anything.
            close();
            return rejected(
                    line + 1,
                    RejectionReason.UNREADABLE,
                    Sentence.ended(
                            "The file cannot be read any further: " + (e.getMessage() == null ? e : e.getMessage())));
        }
    }

    private Received<PlaybackRecord> judged(Row row) {
        if (row instanceof Row.Broken broken) {
            return rejected(broken.line(), broken.reason(), broken.explanation());
        }
        PlaybackEvent named = plays.ofItsListener(((Row.Read) row).event(), file);
        Verdict verdict = Intake.DEFAULT.judge(named, Intake.NOT_APPENDED, readAt);
        if (verdict instanceof Verdict.Rejected rejected) {
            return rejected(row.line(), rejected.reason(), rejected.explanation());
        }
        PlaybackEvent event = plays.settled(((Verdict.Usable) verdict).event(), file);
        return new Received.Message<>(event, Intake.NOT_APPENDED, readAt);
    }

    private Received<PlaybackRecord> rejected(long position, RejectionReason reason, String explanation) {
        // The original stays in its file: it may hold private data.
        return new Received.Rejected<>(
                new DeadLetter(reason, explanation, file.name(), -1, position, null, null), readAt);
    }
}
