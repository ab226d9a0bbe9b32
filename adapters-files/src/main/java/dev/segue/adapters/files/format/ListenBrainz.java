package dev.segue.adapters.files.format;

import java.io.InputStream;
import java.util.Set;

/**
 * The listens of ListenBrainz: the files {@code listens/YYYY/M.jsonl} of its export, and the JSON arrays that it wrote
 * before. A listen has the time at which the play began; the duration is that of the track, and is not read.
 */
final class ListenBrainz implements Format {

    private static final String LISTENED_AT = "listened_at";
    private static final String ARTIST = "track_metadata.artist_name";
    private static final String TITLE = "track_metadata.track_name";
    private static final String ALBUM = "track_metadata.release_name";

    @Override
    public String name() {
        return "LISTENBRAINZ";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasJsonNames("track_metadata", LISTENED_AT);
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new JsonRows(
                text,
                Set.of(LISTENED_AT, "track_metadata"),
                FieldPaths.of(LISTENED_AT, ARTIST, TITLE, ALBUM),
                (fields, line) -> new ServicePlay(service(), fields.plain(ARTIST), fields.plain(TITLE))
                        .from(fields.plainOrNull(ALBUM))
                        .startedAt(Times.requiredSeconds(fields, LISTENED_AT))
                        .at(line));
    }

    @Override
    public String service() {
        return "ListenBrainz";
    }

    @Override
    public Limits limits() {
        return Scrobbles.limits(service());
    }
}
