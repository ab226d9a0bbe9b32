package dev.segue.adapters.files.format.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits CSV into records, one at a time. A record may span lines inside quotation marks, but a missing quotation mark
 * costs only its own line: the lines after it are parsed afresh.
 */
public final class CsvRecords implements Closeable {

    /** The most lines one record may span. */
    private static final int MOST_LINES = 20;

    /** Replaces a line that is too long to store; it never parses as a record. */
    private static final String TOO_LONG = "\"";

    private static final String LOST_QUOTATION_MARK = "A quotation mark is missing or in the wrong place.";

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** The line in which Excel names the delimiter. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    private final Lines lines;
    private final Deque<TextLine> ahead = new ArrayDeque<>();
    private CSVFormat format;
    private int width;
    private long line;
    private String record;
    private List<String> values;
    private String complaint;

    /** Reads CSV whose first line is {@link #nextHeader the header}. */
    public CsvRecords(InputStream text) {
        this.lines = new Lines(text);
    }

    /**
     * Reads CSV without a header.
     *
     * @param width the number of columns
     */
    public CsvRecords(InputStream text, char delimiter, int width) {
        this.lines = new Lines(text);
        this.format = withDelimiter(delimiter);
        this.width = width;
    }

    /** A line of text; {@code complaint} says what is wrong with it, or is null. */
    private record TextLine(long number, String text, String complaint) {}

    /** A column's name, regardless of case and surrounding space. */
    public static String columnName(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** Reads the header, which also determines the delimiter; false when there is none. */
    public boolean nextHeader() throws IOException {
        TextLine header = nextLineWithText();
        if (header == null) {
            return false;
        }
        line = header.number;
        Matcher separator = SEPARATOR_LINE.matcher(header.text.strip());
        if (separator.matches()) {
            header = nextLineWithText();
            if (header == null) {
                return false;
            }
            line = header.number;
            readHeader(header.text, separator.group(1).charAt(0));
        } else {
            for (char delimiter : DELIMITERS) {
                readHeader(header.text, delimiter);
            }
        }
        if (values == null) {
            throw new IOException("the header line is broken");
        }
        width = values.size();
        return true;
    }

    private void readHeader(String header, char delimiter) {
        CSVFormat candidate = withDelimiter(delimiter);
        List<String> columns = parsed(header, candidate);
        if (columns != null && (values == null || columns.size() > values.size())) {
            values = columns;
            format = candidate;
        }
    }

    private static CSVFormat withDelimiter(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /** Moves to the next record that is not blank; false at the end. */
    public boolean next() throws IOException {
        TextLine first = nextLineWithText();
        if (first == null) {
            return false;
        }
        line = first.number;
        readFrom(first);
        return true;
    }

    /** The line the record begins on, counted from 1. */
    public long line() {
        return line;
    }

    /** The values of the record; null when the line is broken. */
    public List<String> values() {
        return values;
    }

    /** Which values of the record are in quotation marks. The record must not be broken. */
    public BitSet quoted() {
        BitSet quoted = new BitSet(values.size());
        char delimiter = format.getDelimiterString().charAt(0);
        boolean atStart = true;
        boolean inQuotes = false;
        int column = 0;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '"') {
                inQuotes = !inQuotes;
                quoted.set(column, atStart || quoted.get(column));
            }
            atStart = c == delimiter && !inQuotes;
            column += atStart ? 1 : 0;
        }
        return quoted;
    }

    /** What is wrong with the line, in a sentence; null when there are {@link #values()}. */
    public String complaint() {
        return complaint;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void readFrom(TextLine first) throws IOException {
        StringBuilder text = new StringBuilder(first.text);
        boolean balanced = isBalanced(first.text);
        Deque<TextLine> taken = new ArrayDeque<>();
        while (!balanced && taken.size() < MOST_LINES) {
            TextLine more = nextLine();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more.text);
            balanced = !isBalanced(more.text);
        }
        record = text.toString();
        values = balanced ? parsed(record, format) : null;
        boolean swallowedAnother = !taken.isEmpty() && values != null && values.size() != width;
        if (swallowedAnother) {
            values = null;
        }
        if (values == null) {
            while (!taken.isEmpty()) {
                ahead.addFirst(taken.removeLast());
            }
            complaint = first.complaint == null ? LOST_QUOTATION_MARK : first.complaint;
            return;
        }
        taken.addFirst(first);
        complaint = taken.stream()
                .map(TextLine::complaint)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (complaint != null) {
            values = null;
        }
    }

    private TextLine nextLineWithText() throws IOException {
        TextLine next = nextLine();
        while (next != null && next.text.isBlank()) {
            next = nextLine();
        }
        return next;
    }

    private TextLine nextLine() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        if (!lines.next()) {
            return null;
        }
        if (lines.isTooLong()) {
            return new TextLine(lines.number(), TOO_LONG, Lines.COMPLAINT_TOO_LONG);
        }
        return new TextLine(lines.number(), lines.asText(), lines.isUtf8() ? null : Utf8.COMPLAINT);
    }

    /** The values of exactly one record; null when the text is not one record. */
    private static List<String> parsed(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static boolean isBalanced(String text) {
        boolean balanced = true;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                balanced = !balanced;
            }
        }
        return balanced;
    }
}
