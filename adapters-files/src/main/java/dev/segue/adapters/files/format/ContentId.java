package dev.segue.adapters.files.format;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Derives an event's id from its content, so that copies of it have the same id in any file or format. */
final class ContentId {

    /** How the id of a track begins that no row identifies otherwise. */
    private static final String TITLES = "titles:";

    private final StringBuilder content = new StringBuilder(256);

    /** The id of a track that is only named; the same in every history. {@code artist} may be null. */
    static String ofTrack(String artist, String title) {
        return TITLES + new ContentId().with(artist).with(title).value();
    }

    /** Adds one more field; null differs from every text. */
    ContentId with(Object field) {
        if (field == null) {
            content.append("-;");
        } else {
            String text = field.toString();
            content.append(text.length()).append(':').append(text).append(';');
        }
        return this;
    }

    /** The id of all fields added, in that order. */
    String value() {
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
