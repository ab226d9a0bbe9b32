package dev.segue.adapters.files.history;

import dev.segue.adapters.files.format.Row;
import dev.segue.adapters.files.format.Rows;
import dev.segue.adapters.files.input.InputFile;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** The listeners named in one history file, and the plays of each. */
final class FileSurvey {

    /** Stands in for an unknown listener. */
    private static final String SOMEONE = "someone";

    private final InputFile file;
    private final Dictionary dictionary;
    private final TrackNames names;
    private final boolean mergeServices;
    /** By the name in lower case; the service ignores case in names too. */
    private final Map<String, Named> named = new HashMap<>();
    /** The plays of rows that name no listener; null when there are none. */
    private SurveyedPlays nameless;

    private FileSurvey(InputFile file, Dictionary dictionary, TrackNames names, boolean mergeServices) {
        this.file = file;
        this.dictionary = dictionary;
        this.names = names;
        this.mergeServices = mergeServices;
    }

    /** One listener, with every spelling of the name. */
    record Named(TreeSet<String> spellings, SurveyedPlays plays) {}

    /** Reads the file to its end, or as far as it can be read. */
    static FileSurvey of(
            InputFile file,
            Dictionary dictionary,
            TrackNames names,
            boolean mergeServices,
            long readAt,
            LongConsumer whenRead) {
        FileSurvey survey = new FileSurvey(file, dictionary, names, mergeServices);
        try (Rows rows = file.open(whenRead)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof Row.Read emitted) {
                    survey.take(emitted, readAt);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The replay itself reports the error when it reads these rows again.
        }
        return survey;
    }

    /** Names with the same key are the same listener. */
    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The 64 bits that identify a play. */
    static long keyOf(PlaybackEvent play) {
        String id = play.eventId();
        return Long.parseUnsignedLong(id.substring(0, 8) + id.substring(9, 13) + id.substring(14, 18), 16);
    }

    InputFile file() {
        return file;
    }

    Map<String, Named> named() {
        return named;
    }

    SurveyedPlays nameless() {
        return nameless;
    }

    private void take(Row.Read row, long readAt) {
        PlaybackEvent play = row.event();
        String name = play.listener();
        PlaybackEvent someones = Circumstances.of(play).of(play, name.isEmpty() ? SOMEONE : name);
        if (Intake.DEFAULT.judge(someones, Intake.NOT_APPENDED, readAt) instanceof Verdict.Usable) {
            playsOf(name).add(row, file.format().service());
            names.add(play.detail().trackId(), row.name());
        }
    }

    private SurveyedPlays playsOf(String name) {
        if (name.isEmpty()) {
            nameless = nameless == null ? noPlays() : nameless;
            return nameless;
        }
        Named known = named.computeIfAbsent(keyOf(name), key -> new Named(new TreeSet<>(), noPlays()));
        known.spellings.add(name);
        return known.plays;
    }

    private SurveyedPlays noPlays() {
        return new SurveyedPlays(dictionary, mergeServices);
    }
}
