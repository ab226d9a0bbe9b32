package dev.segue.adapters.files.format;

import static dev.segue.adapters.files.format.HistoryField.*;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One row of a Spotify streaming history in any format, and the event built from it. */
final class HistoryRow {

    /** The export's code for an unknown country. */
    private static final String NO_COUNTRY = "ZZ";

    /** The country code of Namibia, and also what R writes for a missing value. */
    private static final String NA = "NA";

    private static final List<HistoryField> URIS_OF_SPOKEN =
            List.of(AUDIOBOOK_CHAPTER_URI, SPOTIFY_EPISODE_URI, AUDIOBOOK_URI);

    private static final List<HistoryField> TITLES_OF_TRACK =
            List.of(MASTER_METADATA_TRACK_NAME, MASTER_METADATA_ALBUM_ARTIST_NAME);

    private static final List<HistoryField> TITLES_OF_SPOKEN =
            List.of(EPISODE_NAME, EPISODE_SHOW_NAME, AUDIOBOOK_CHAPTER_TITLE, AUDIOBOOK_TITLE);

    private final FieldNames names;
    private final Map<HistoryField, String> values = new EnumMap<>(HistoryField.class);
    private boolean countryIsMarked;
    private boolean timeIsMarked;
    private boolean markedNa;
    private boolean bareNa;

    private HistoryRow(FieldNames names) {
        this.names = names;
    }

    /** The row with these fields. */
    static HistoryRow of(Fields fields, FieldNames names) throws Unusable {
        HistoryRow row = new HistoryRow(names);
        for (HistoryField field : HistoryField.values()) {
            String name = names.of(field);
            String value = field == MASTER_METADATA_ALBUM_ALBUM_NAME ? fields.plainOrNull(name) : fields.plain(name);
            row.set(field, value, fields.isText(name));
        }
        return row;
    }

    private void set(HistoryField field, String value, boolean marked) {
        String plain = field.plain(value, marked);
        if (plain != null) {
            values.put(field, plain);
        }
        if (field == CONN_COUNTRY) {
            countryIsMarked = marked;
        } else if (NA.equals(value) && field != MASTER_METADATA_ALBUM_ALBUM_NAME) {
            markedNa |= marked;
            bareNa |= !marked;
        }
        timeIsMarked |= field == TS && marked;
    }

    /** The row that begins on this line. */
    Row at(long line) throws Unusable {
        return new Row.Read(line, event(), name());
    }

    /**
     * The event: a play that ended at {@code ts}, or the presence that a podcast or an audiobook proves. Its id depends
     * only on the end, the played time and the item played. Its listener is empty when the row names none.
     */
    private PlaybackEvent event() throws Unusable {
        long endedAt = endedAt();
        long playedMs = playedMs();
        What what = what();
        TrackEnded ended = new TrackEnded(
                null,
                trackId(what),
                what.content,
                endedAt - playedMs,
                playedMs,
                endReason(),
                values.get(REASON_START),
                null,
                flag(SHUFFLE));
        return new PlaybackEvent(
                values.getOrDefault(USERNAME, ""),
                what.addTo(new ContentId().with(endedAt).with(playedMs)).value(),
                new Device(values.getOrDefault(PLATFORM, ""), Device.Type.UNKNOWN),
                endedAt,
                null,
                null,
                0,
                country(),
                null,
                Boolean.TRUE.equals(flag(OFFLINE)),
                ended,
                TrackFacts.UNKNOWN);
    }

    /**
     * The item played: identified by its URI, or by its titles when the row has no URI.
     *
     * @param uri or null
     * @param titles one for each field that may hold one; null when there is a URI
     */
    private record What(Content content, String uri, List<String> titles) {
        ContentId addTo(ContentId id) {
            id.with(content).with(uri);
            if (titles != null) {
                titles.forEach(id::with);
            }
            return id;
        }
    }

    /** A track without a URI is identified by its titles; spoken content has no track. */
    private String trackId(What what) {
        if (what.content != Content.TRACK || what.uri != null) {
            return what.content == Content.TRACK ? what.uri : null;
        }
        return ContentId.ofTrack(values.get(MASTER_METADATA_ALBUM_ARTIST_NAME), values.get(MASTER_METADATA_TRACK_NAME));
    }

    private TrackName name() throws Unusable {
        return what().content == Content.TRACK
                ? new TrackName(
                        values.get(MASTER_METADATA_TRACK_NAME),
                        values.get(MASTER_METADATA_ALBUM_ARTIST_NAME),
                        values.get(MASTER_METADATA_ALBUM_ALBUM_NAME))
                : TrackName.UNKNOWN;
    }

    private long endedAt() throws Unusable {
        String ts = values.get(TS);
        if (ts == null) {
            throw new Unusable(RejectionReason.NO_TIME, "The field " + names.of(TS) + " is missing.");
        }
        long endedAt = Times.of(names.of(TS), ts, ZoneOffset.UTC);
        return Times.ofStreaming(names.of(TS), endedAt);
    }

    private long playedMs() throws Unusable {
        String written = values.get(MS_PLAYED);
        if (written == null) {
            throw new Unusable(RejectionReason.NO_DETAIL, "The field " + names.of(MS_PLAYED) + " is missing.");
        }
        Long playedMs = Times.ofLength(written);
        if (playedMs == null) {
            throw new Unusable(
                    RejectionReason.UNREADABLE,
                    "The field " + names.of(MS_PLAYED) + " is not a whole number of milliseconds such as 180000.");
        }
        if (playedMs < 0) {
            throw new Unusable(
                    RejectionReason.STARTS_AFTER_END,
                    "The field " + names.of(MS_PLAYED) + " is negative, so the play would start after it ends.");
        }
        return playedMs;
    }

    /** A URI takes precedence over titles, and a clear title over a word like "NA", which may be a title. */
    private What what() throws Unusable {
        if (values.containsKey(SPOTIFY_TRACK_URI)) {
            return new What(Content.TRACK, values.get(SPOTIFY_TRACK_URI), null);
        }
        for (HistoryField field : URIS_OF_SPOKEN) {
            if (values.containsKey(field)) {
                return new What(Content.SPOKEN, values.get(field), null);
            }
        }
        for (boolean anyWord : new boolean[] {false, true}) {
            if (isTitle(MASTER_METADATA_TRACK_NAME, anyWord)) {
                return new What(Content.TRACK, null, titles(TITLES_OF_TRACK));
            }
            if (TITLES_OF_SPOKEN.stream().anyMatch(field -> field != EPISODE_SHOW_NAME && isTitle(field, anyWord))) {
                return new What(Content.SPOKEN, null, titles(TITLES_OF_SPOKEN));
            }
        }
        throw new Unusable(RejectionReason.NO_DETAIL, "The row names no track, episode or audiobook chapter.");
    }

    private boolean isTitle(HistoryField field, boolean anyWord) {
        String title = values.get(field);
        return title != null && (anyWord || !HistoryField.isNothing(title));
    }

    private List<String> titles(List<HistoryField> fields) {
        return fields.stream().map(values::get).toList();
    }

    /** Without an end reason, {@code skipped} decides. */
    private EndReason endReason() throws Unusable {
        String reason = values.get(REASON_END);
        if (reason == null && Boolean.TRUE.equals(flag(SKIPPED))) {
            return EndReason.FORWARD;
        }
        return Words.endReasonInHistory(reason);
    }

    private String country() {
        String country = values.get(CONN_COUNTRY);
        if (country == null || country.equals(NO_COUNTRY)) {
            return null;
        }
        if (country.equals(NA)) {
            boolean isMissingValue = countryIsMarked ? markedNa : bareNa || timeIsMarked;
            return isMissingValue ? null : NA;
        }
        return HistoryField.isNothing(country) ? null : country;
    }

    private Boolean flag(HistoryField field) throws Unusable {
        String value = values.get(field);
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        throw new Unusable(RejectionReason.UNREADABLE, "The field " + names.of(field) + " is neither true nor false.");
    }
}
