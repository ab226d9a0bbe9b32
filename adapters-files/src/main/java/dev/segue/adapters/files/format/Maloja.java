package dev.segue.adapters.files.format;

import dev.segue.domain.playback.RejectionReason;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * The export of a Maloja server. {@code duration} is how long a play sounded, where the scrobbler said so; {@code
 * track.length} is that of the track, and is not read.
 */
final class Maloja implements Format {

    private static final String TIME = "time";
    private static final String PLAYED = "duration";
    private static final String ARTIST = "track.artists.0";
    private static final String TITLE = "track.title";
    private static final String ALBUM = "track.album.albumtitle";

    @Override
    public String name() {
        return "MALOJA";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasJsonNames("maloja", "scrobbles");
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new JsonRows(
                text,
                Set.of(TIME, "track"),
                FieldPaths.of(TIME, PLAYED, ARTIST, TITLE, ALBUM),
                (fields, line) -> new ServicePlay(service(), fields.plain(ARTIST), fields.plain(TITLE))
                        .from(fields.plainOrNull(ALBUM))
                        .startedAt(Times.requiredSeconds(fields, TIME))
                        .sounded(playedMs(fields))
                        .at(line));
    }

    @Override
    public String service() {
        return "Maloja";
    }

    @Override
    public Limits limits() {
        return new Limits(
                service(),
                "without skips, and with a played time only where the scrobbler sent one",
                List.of("A play without a played time has no listened time."));
    }

    private static Long playedMs(Fields fields) throws Unusable {
        String written = fields.plain(PLAYED);
        Long millis = written == null ? null : Times.millis(written);
        if (written != null && (millis == null || millis < 0)) {
            throw new Unusable(
                    RejectionReason.UNREADABLE, "The field " + PLAYED + " is not a number of seconds such as 180.");
        }
        return millis;
    }
}
