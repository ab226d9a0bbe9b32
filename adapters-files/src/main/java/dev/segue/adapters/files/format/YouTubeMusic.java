package dev.segue.adapters.files.format;

import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * The watch history of YouTube and YouTube Music from Google Takeout, as JSON. Only entries under the header "YouTube
 * Music" are plays; videos are no listening.
 */
final class YouTubeMusic implements Format {

    private static final String TIME = "time";
    private static final String ARTIST = "subtitles.0.name";

    /** Takeout writes titles as sentences, in the language of the account. */
    private static final String WATCHED = "Watched ";

    /** What YouTube adds to the name of an artist whose channel it made itself. */
    private static final String TOPIC = " - Topic";

    @Override
    public String name() {
        return "YOUTUBE_MUSIC";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasJsonNames("header", "title", TIME)
                && (head.hasJsonNames("titleUrl") || head.hasJsonNames("products"));
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new JsonRows(
                text,
                Set.of("header", TIME),
                FieldPaths.of("header", "title", TIME, ARTIST),
                (fields, line) -> "YouTube Music".equals(fields.plain("header"))
                        ? played(fields).at(line)
                        : new Row.NoListening(line));
    }

    @Override
    public String service() {
        return "YouTube Music";
    }

    @Override
    public Limits limits() {
        return Scrobbles.limits(service());
    }

    private ServicePlay played(Fields fields) throws Unusable {
        String written = Times.required(fields, TIME);
        return new ServicePlay(service(), artist(fields.plain(ARTIST)), title(fields.plain("title")))
                .startedAt(Times.ofStreaming(TIME, Times.of(TIME, written, ZoneOffset.UTC)));
    }

    private static String title(String written) {
        return written != null && written.startsWith(WATCHED) ? written.substring(WATCHED.length()) : written;
    }

    private static String artist(String channel) {
        return channel != null && channel.endsWith(TOPIC)
                ? channel.substring(0, channel.length() - TOPIC.length())
                : channel;
    }
}
