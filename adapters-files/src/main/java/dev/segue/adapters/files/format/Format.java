package dev.segue.adapters.files.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One format of input files: how a file of it is recognised, how its rows are read, and what they cannot tell. */
public interface Format {

    /** Its stable name, unique among {@link Formats#ALL}: by it, a reader finds the format of a file again. */
    String name();

    /** Whether a file that begins like this is one of this format. */
    boolean isIn(Head head);

    /**
     * Reads {@code text}, UTF-8 without a byte order mark, holding one row at a time. Closing the rows closes it.
     *
     * @throws IOException when it cannot be read at all
     */
    Rows rowsOf(InputStream text) throws IOException;

    /** The service whose listening history it holds; null when it is no history. */
    default String service() {
        return null;
    }

    /** Whether its rows belong to a person's listening history. */
    default boolean isHistory() {
        return service() != null;
    }

    /**
     * Why a file of it is skipped next to a more exact export of the same service, whose plays it would repeat; null
     * when nothing more exact exists.
     */
    default String whyLessExact() {
        return null;
    }

    /** What the report says about such files; null when they lack nothing. */
    default Limits limits() {
        return null;
    }

    /**
     * What files of a format cannot tell.
     *
     * @param title of the files, to show; formats with the same title are counted together
     * @param summary a phrase that begins with "with" or "without"
     * @param sentences what that means for the result, and what to do about it; each at most 120 characters
     */
    record Limits(String title, String summary, List<String> sentences) {
        public Limits {
            sentences = List.copyOf(sentences);
        }
    }
}
