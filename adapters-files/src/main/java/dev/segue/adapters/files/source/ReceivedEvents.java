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
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.playback.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The arrivals out of one file: each row judged, none lost. A file that cannot be read to its end is no reason to stop:
 * it gives one last arrival that is set aside and says so.
 */
final class ReceivedEvents implements Iterator<Received<PlaybackEvent>>, Closeable {

    private final InputFile file;
    private final Plays plays;
    private final long readAt;
    private Rows rows;
    private Received<PlaybackEvent> next;
    private long line;
    private long givenLine;
    private long given;
    private long bytesRead;
    private boolean ended;

    /**
     * Begins to read.
     *
     * @param plays what all files together say of each play
     * @param readAt what counts as the time of reading
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
    public Received<PlaybackEvent> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Received<PlaybackEvent> received = next;
        next = null;
        given++;
        givenLine = line;
        return received;
    }

    /** The line that the last given arrival begins on, counted from 1. */
    long givenLine() {
        return givenLine;
    }

    /** How many arrivals it has given. */
    long given() {
        return given;
    }

    /** How many bytes of the file it has read since this was last asked. */
    long takeBytesRead() {
        long taken = bytesRead;
        bytesRead = 0;
        return taken;
    }

    /** Passes over the first {@code count} arrivals, which were given before. */
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
            // Everything that matters has been read.
        }
    }

    private Received<PlaybackEvent> advanced() {
        try {
            if (rows == null) {
                rows = file.open(bytes -> bytesRead += bytes);
            }
            Row row = rows.next();
            if (row == null) {
                close();
                return null;
            }
            line = row.line();
            return judged(row);
        } catch (IOException | RuntimeException e) {
            // Unpacking damaged bytes may throw anything.
            close();
            return rejected(
                    line + 1,
                    RejectionReason.UNREADABLE,
                    Sentence.ended(
                            "The file cannot be read any further: " + (e.getMessage() == null ? e : e.getMessage())));
        }
    }

    private Received<PlaybackEvent> judged(Row row) {
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

    private Received<PlaybackEvent> rejected(long position, RejectionReason reason, String explanation) {
        // The original stays where it is: it may hold what must not go anywhere.
        return new Received.Rejected<>(
                new DeadLetter(reason, explanation, file.name(), -1, position, null, null), readAt);
    }
}
