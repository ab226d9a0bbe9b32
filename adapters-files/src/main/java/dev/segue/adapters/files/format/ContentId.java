package dev.segue.adapters.files.format;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Derives an event's id from its content, so that copies of it have the same id in any file or format. */
final class ContentId {

    private final StringBuilder content = new StringBuilder(256);

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
