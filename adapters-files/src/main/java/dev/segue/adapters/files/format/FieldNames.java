package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.CsvRecords;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The field names of a kind of streaming history. */
enum FieldNames {
    IN_EXTENDED_HISTORY {
        @Override
        String of(HistoryField field) {
            return field.key();
        }
    },
    IN_ACCOUNT_DATA {
        @Override
        String of(HistoryField field) {
            return field.inAccountData();
        }
    };

    /** The name of {@code field}. */
    abstract String of(HistoryField field);

    /** The names of all fields that are read. */
    Set<String> all() {
        return Arrays.stream(HistoryField.values()).map(this::of).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the fields that every row has. */
    Set<String> ofEveryRow() {
        return Set.of(of(HistoryField.TS), of(HistoryField.MS_PLAYED));
    }

    /** The field of a column named as {@link CsvRecords#columnName} returns it; null when that column is not read. */
    HistoryField ofColumn(String column) {
        return Arrays.stream(HistoryField.values())
                .filter(field -> CsvRecords.columnName(of(field)).equals(column))
                .findFirst()
                .orElse(null);
    }
}
