package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.CsvRecords;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads rows from CSV with a header. Columns may be in any order; unknown ones are ignored. */
final class CsvRows implements Rows {

    private final CsvRecords records;
    private final UnaryOperator<String> naming;
    private final RowMeaning<Fields> meaning;
    /** The number of each column, by {@link CsvRecords#columnName}; null before the header is read. */
    private Map<String, Integer> columns;

    private int width;
    private boolean hasHeader = true;

    /** Starts reading {@code text}. */
    CsvRows(InputStream text, RowMeaning<Fields> meaning) {
        this(text, UnaryOperator.identity(), meaning);
    }

    /** The same; {@code naming} makes the name of a column out of what the header says. */
    CsvRows(InputStream text, UnaryOperator<String> naming, RowMeaning<Fields> meaning) {
        this.records = new CsvRecords(text);
        this.naming = naming;
        this.meaning = meaning;
    }

    /** Starts reading {@code text}, in which the delimiter is known and no line names these columns. */
    CsvRows(InputStream text, char delimiter, List<String> columns, RowMeaning<Fields> meaning) {
        this.records = new CsvRecords(text, delimiter, columns.size());
        this.naming = UnaryOperator.identity();
        this.meaning = meaning;
        this.hasHeader = false;
        name(columns);
    }

    @Override
    public Row next() throws IOException {
        if (columns == null) {
            if (!records.nextHeader()) {
                return null;
            }
            name(records.values());
        }
        if (!records.next()) {
            return null;
        }
        try {
            return meaning.of(fields(), records.line());
        } catch (Unusable e) {
            return e.at(records.line());
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private void name(List<String> names) {
        columns = new HashMap<>();
        width = names.size();
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(CsvRecords.columnName(naming.apply(names.get(i))), i);
        }
    }

    private Fields fields() throws Unusable {
        List<String> values = records.values();
        if (values == null) {
            throw new Unusable(RejectionReason.UNREADABLE, records.complaint());
        }
        if (values.size() != width) {
            throw new Unusable(
                    RejectionReason.UNREADABLE,
                    "The number of columns is " + values.size() + ", but "
                            + (hasHeader ? "the first line names " + width : "must be " + width) + ".");
        }
        return new Cells(columns, values, records.quoted());
    }

    /** The values of one record. */
    private record Cells(Map<String, Integer> columns, List<String> values, BitSet quoted) implements Fields {

        @Override
        public String plain(String name) {
            Integer number = columns.get(CsvRecords.columnName(name));
            String value = number == null ? null : values.get(number);
            return value == null || value.isEmpty() ? null : value;
        }

        @Override
        public boolean isText(String name) {
            Integer number = columns.get(CsvRecords.columnName(name));
            return number != null && quoted.get(number);
        }
    }
}
