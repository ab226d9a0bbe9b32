package dev.segue.adapters.files.format;

import java.io.InputStream;

/** A Spotify streaming history as CSV with a header: the extended one, or the one in the account data. */
final class SpotifyCsv implements Format {

    private final String name;
    private final FieldNames names;

    SpotifyCsv(String name, FieldNames names) {
        this.name = name;
        this.names = names;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasColumns(names.ofEveryRow().toArray(String[]::new));
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new CsvRows(text, (fields, line) -> HistoryRow.of(fields, names).at(line));
    }

    @Override
    public String service() {
        return FieldNames.SERVICE;
    }

    @Override
    public String whyLessExact() {
        return names.whyLessExact();
    }

    @Override
    public Limits limits() {
        return names.limits();
    }
}
