package dev.segue.adapters.files.format;

import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.RejectionReason;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * {@code Apple Music Play Activity.csv} from Apple's copy of a person's data. Only rows of the type {@code PLAY_END}, or
 * of none, are plays: others are about lyrics and the like. Apple writes a row each time that playback stops, so a song
 * that was paused has several.
 */
final class AppleMusic implements Format {

    private static final String STARTED_AT = "Event Start Timestamp";
    private static final String ENDED_AT = "Event End Timestamp";
    private static final String PLAYED = "Play Duration Milliseconds";

    @Override
    public String name() {
        return "APPLE_MUSIC";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasColumns(PLAYED) && (head.hasColumns(STARTED_AT) || head.hasColumns(ENDED_AT));
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new CsvRows(
                text, (fields, line) -> isPlay(fields) ? played(fields).at(line) : new Row.NoListening(line));
    }

    @Override
    public String service() {
        return "Apple Music";
    }

    @Override
    public Limits limits() {
        return new Limits(
                service(),
                "with a play for each time that playback stopped",
                List.of("A song that was paused, or in which the listener jumped, counts as several plays."));
    }

    private static boolean isPlay(Fields fields) throws Unusable {
        String type = fields.plain("Event Type");
        return (type == null || type.isBlank() || type.strip().equals("PLAY_END"))
                && !"VIDEO".equals(fields.plain("Media Type"));
    }

    private ServicePlay played(Fields fields) throws Unusable {
        return new ServicePlay(
                        service(),
                        firstOf(fields, "Artist Name", "Container Artist Name"),
                        firstOf(fields, "Song Name", "Content Name"))
                .from(firstOf(fields, "Album Name", "Container Album Name"))
                .startedAt(time(fields, STARTED_AT))
                .endedAt(time(fields, ENDED_AT))
                .sounded(playedMs(fields))
                .endedBy(endReason(fields.plain("End Reason Type")))
                .on(firstOf(fields, "Device Identifier", "Device Type", "Device OS Name", "Client Platform"))
                .offline("true".equalsIgnoreCase(fields.plain("Offline")));
    }

    private static String firstOf(Fields fields, String... names) throws Unusable {
        for (String name : names) {
            String value = fields.plain(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    private static Long time(Fields fields, String name) throws Unusable {
        String written = fields.plain(name);
        return written == null || written.isBlank()
                ? null
                : (Long) Times.ofStreaming(name, Times.of(name, written, ZoneOffset.UTC));
    }

    private static Long playedMs(Fields fields) throws Unusable {
        String written = fields.plain(PLAYED);
        if (written == null || written.isBlank()) {
            return null;
        }
        Long playedMs = Times.ofLength(written);
        if (playedMs == null || playedMs < 0) {
            throw new Unusable(
                    RejectionReason.UNREADABLE,
                    "The field " + PLAYED + " is not a whole number of milliseconds such as 180000.");
        }
        return playedMs;
    }

    private static EndReason endReason(String word) {
        return switch (word == null ? "" : word.strip().toUpperCase(Locale.ROOT)) {
            case "NATURAL_END_OF_TRACK" -> EndReason.COMPLETED;
            case "TRACK_SKIPPED_FORWARDS" -> EndReason.FORWARD;
            case "TRACK_SKIPPED_BACKWARDS" -> EndReason.BACK;
            case "MANUALLY_SELECTED_PLAYBACK_OF_A_DIFF_ITEM" -> EndReason.PICKED_OTHER;
            case "FAILED_TO_LOAD" -> EndReason.ERROR;
            case "EXITED_APPLICATION", "PLAYBACK_STOPPED_DUE_TO_SESSION_TIMEOUT" -> EndReason.APP_CLOSED;
            default -> EndReason.UNKNOWN;
        };
    }
}
