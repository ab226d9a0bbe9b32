package dev.segue.adapters.files.format;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the fields of a streaming history are called. */
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

    /** What {@code field} is called. */
    abstract String of(HistoryField field);

    /** What every field that is read is called. */
    Set<String> all() {
        return Arrays.stream(HistoryField.values()).map(this::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What those fields are called that no row is without. */
    Set<String> ofEveryRow() {
        return Set.of(of(HistoryField.TS), of(HistoryField.MS_PLAYED));
    }

    /** The field of a column, as {@link CsvRecords#columnName} gives it; null when none that is read is called so. */
    HistoryField ofColumn(String column) {
        return Arrays.stream(HistoryField.values())
                .filter(field -> CsvRecords.columnName(of(field)).equals(column))
                .findFirst()
                .orElse(null);
    }
}
