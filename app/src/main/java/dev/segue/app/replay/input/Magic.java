package dev.segue.app.replay.input;

import java.io.IOException;
import java.io.InputStream;

/** What kind of container a file is, by its first bytes. */
enum Magic {
    ZIP,
    GZIP,
    NONE;

    private static final int LENGTH = 4;

    static Magic of(Place place) throws IOException {
        try (InputStream bytes = place.open()) {
            return of(bytes.readNBytes(LENGTH));
        }
    }

    private static Magic of(byte[] start) {
        if (start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            return GZIP;
        }
        boolean zip = start.length == LENGTH
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
        return zip ? ZIP : NONE;
    }
}
