package dev.segue.adapters.files.format;

import java.util.List;

/** What holds for every format that knows when a play began, and no more. */
final class Scrobbles {

    private Scrobbles() {}

    /** What such files cannot tell; {@code title} names them. */
    static Format.Limits limits(String title) {
        return new Format.Limits(
                title,
                "with the start of each play only",
                List.of("Nothing says for how long a play sounded: plays have no listened time, and none is a skip."));
    }
}
