package dev.segue.adapters.files.format;

import dev.segue.domain.playback.RejectionReason;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The listening history in the personal data of Deezer: a sheet of an Excel workbook, or the same saved as CSV. {@code
 * Listening Time} is in seconds; -1 stands for an unknown one. IP addresses are not read.
 */
final class Deezer implements Format {

    private static final String TIME = "Date";
    private static final String PLAYED = "Listening Time";
    private static final String UNKNOWN_LENGTH = "-1";

    /** Excel counts days from here; those of this century are between 36,526 and 73,050. */
    private static final long FIRST_DAY_OF_EXCEL = -2_209_161_600_000L;

    private static final double FIRST_DAY_OF_CENTURY = 36_526;
    private static final double LAST_DAY_OF_CENTURY = 73_051;
    private static final double DAY_MS = 86_400_000;

    @Override
    public String name() {
        return "DEEZER";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasColumns("Song Title", "Artist", PLAYED, TIME);
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new CsvRows(
                text, (fields, line) -> new ServicePlay(service(), fields.plain("Artist"), fields.plain("Song Title"))
                        .from(fields.plainOrNull("Album Title"))
                        .startedAt(startedAt(fields))
                        .sounded(playedMs(fields))
                        .on(device(fields))
                        .at(line));
    }

    @Override
    public String service() {
        return "Deezer";
    }

    @Override
    public Limits limits() {
        return new Limits(
                service(),
                "without skips",
                List.of(
                        "Nothing says why a play ended, so nothing counts as a skip. Times are taken as starts, in UTC."));
    }

    private static long startedAt(Fields fields) throws Unusable {
        String written = Times.required(fields, TIME);
        Long counted = ofDays(written);
        return Times.ofStreaming(TIME, counted == null ? Times.of(TIME, written, ZoneOffset.UTC) : counted);
    }

    /** A time as Excel stores it: in days; null when it is none. */
    private static Long ofDays(String written) {
        try {
            double days = written.length() > 40 ? 0 : Double.parseDouble(written);
            return days >= FIRST_DAY_OF_CENTURY && days < LAST_DAY_OF_CENTURY
                    ? (Long) (FIRST_DAY_OF_EXCEL + Math.round(days * DAY_MS / 1000) * 1000)
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Long playedMs(Fields fields) throws Unusable {
        String written = fields.plain(PLAYED);
        if (written == null || written.strip().equals(UNKNOWN_LENGTH)) {
            return null;
        }
        Long millis = Times.millis(written.strip());
        if (millis == null || millis < 0) {
            throw new Unusable(
                    RejectionReason.UNREADABLE, "The field " + PLAYED + " is not a number of seconds such as 180.");
        }
        return millis;
    }

    private static String device(Fields fields) throws Unusable {
        String model = fields.plain("Platform Model");
        return model == null ? fields.plain("Platform Name") : model;
    }
}
