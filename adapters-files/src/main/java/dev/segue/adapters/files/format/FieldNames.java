package dev.segue.adapters.files.format;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The field names of a kind of Spotify streaming history, and what that kind cannot tell. */
enum FieldNames {
    IN_EXTENDED_HISTORY {
        @Override
        String of(HistoryField field) {
            return field.key();
        }

        @Override
        String whyLessExact() {
            return null;
        }

        @Override
        Format.Limits limits() {
            return null;
        }
    },
    IN_ACCOUNT_DATA {
        @Override
        String of(HistoryField field) {
            return field.inAccountData();
        }

        @Override
        String whyLessExact() {
            return "account data, which has minutes only, next to an extended history; to read it, replay it alone";
        }

        @Override
        Format.Limits limits() {
            return new Format.Limits(
                    "Account data",
                    "with minutes only and without skips",
                    List.of(
                            "Plays appear up to a minute too early, so sessions and listened time are not exact.",
                            "For seconds and skips, request \"Extended streaming history\" instead of \"Account data\":",
                            "https://www.spotify.com/account/privacy/"));
        }
    };

    static final String SERVICE = "Spotify";

    /** The name of {@code field}. */
    abstract String of(HistoryField field);

    /** As {@link Format#whyLessExact}. */
    abstract String whyLessExact();

    /** As {@link Format#limits}. */
    abstract Format.Limits limits();

    /** The names of all fields that are read. */
    Set<String> all() {
        return Arrays.stream(HistoryField.values()).map(this::of).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the fields that every row has. */
    Set<String> ofEveryRow() {
        return Set.of(of(HistoryField.TS), of(HistoryField.MS_PLAYED));
    }
}
