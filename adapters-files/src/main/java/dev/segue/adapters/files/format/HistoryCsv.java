package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.CsvRecords;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a streaming history from CSV with a header. Columns may be in any order; unknown ones are ignored. */
final class HistoryCsv implements Rows {

    private final CsvRecords records;
    private final FieldNames names;
    /** The field of each column; null for a column that is not read. */
    private final List<HistoryField> columns = new ArrayList<>();

    HistoryCsv(InputStream text, FieldNames names) {
        this.names = names;
        this.records = new CsvRecords(text);
    }

    @Override
    public Row next() throws IOException {
        if (columns.isEmpty() && !readHeader()) {
            return null;
        }
        if (!records.next()) {
            return null;
        }
        try {
            return new Row.Read(records.line(), row().event());
        } catch (Unusable e) {
            return e.at(records.line());
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private boolean readHeader() throws IOException {
        if (!records.nextHeader()) {
            return false;
        }
        for (String name : records.values()) {
            columns.add(names.ofColumn(CsvRecords.columnName(name)));
        }
        return true;
    }

    private HistoryRow row() throws Unusable {
        List<String> values = records.values();
        if (values == null) {
            throw new Unusable(RejectionReason.UNREADABLE, records.complaint());
        }
        if (values.size() != columns.size()) {
            throw new Unusable(
                    RejectionReason.UNREADABLE,
                    "The number of columns is " + values.size() + ", but the first line names " + columns.size() + ".");
        }
        HistoryRow row = new HistoryRow(names);
        BitSet quoted = records.quoted();
        for (int i = 0; i < values.size(); i++) {
            if (columns.get(i) != null) {
                row.set(columns.get(i), values.get(i), quoted.get(i));
            }
        }
        return row;
    }
}
