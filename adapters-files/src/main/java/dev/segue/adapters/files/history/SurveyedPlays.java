package dev.segue.adapters.files.history;

import dev.segue.adapters.files.format.Row;
import dev.segue.domain.merge.Song;

/** What was found about the plays of one listener. */
final class SurveyedPlays {

    private final Dictionary dictionary;
    private final PlayTable table;
    /** Null when plays of several services are not merged. */
    private final ReportedPlays reported;

    SurveyedPlays(Dictionary dictionary, boolean mergeServices) {
        this.dictionary = dictionary;
        this.table = new PlayTable(dictionary);
        this.reported = mergeServices ? new ReportedPlays(dictionary) : null;
    }

    /** Adds a row from the history of {@code service}. */
    void add(Row.Read row, String service) {
        table.add(FileSurvey.keyOf(row.event()), dictionary.numberOf(Circumstances.of(row.event())));
        Song song = reported == null
                ? null
                : Song.of(row.name().artist(), row.name().title());
        if (song != null) {
            reported.add(service, song, row.event());
        }
    }

    void addAll(SurveyedPlays other) {
        table.addAll(other.table);
        if (reported != null) {
            reported.addAll(other.reported);
        }
    }

    PlayTable table() {
        return table;
    }

    /** Null when plays of several services are not merged. */
    ReportedPlays reported() {
        return reported;
    }
}
