package dev.segue.adapters.files.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The kind of container, recognised by a file's first bytes. */
enum Magic {
    ZIP("a zip archive"),
    GZIP("a gzip file"),
    TAR("a tar archive"),
    SEVEN_ZIP("a 7-Zip archive"),
    RAR("a RAR archive"),
    BZIP2("a bzip2 file"),
    XZ("an xz file"),
    ZSTANDARD("a Zstandard file"),
    NONE("no container");

    /** The number of bytes needed. */
    static final int ENOUGH = 262;

    private static final int TAR_AT = 257;

    private final String title;

    Magic(String title) {
        this.title = title;
    }

    /** The name to show. */
    String title() {
        return title;
    }

    /** The container that begins with {@code head}, of which {@link #ENOUGH} bytes suffice. */
    static Magic of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, ENOUGH), ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return ZIP;
        } else if (start.startsWith("\u001f\u008b")) {
            return GZIP;
        } else if (start.startsWith("ustar", TAR_AT)) {
            return TAR;
        } else if (start.startsWith("7z\u00bc\u00af'\u001c")) {
            return SEVEN_ZIP;
        } else if (start.startsWith("Rar!\u001a\7")) {
            return RAR;
        } else if (start.startsWith("BZh") && start.startsWith("1AY&SY", 4)) {
            return BZIP2;
        } else if (start.startsWith("\u00fd7zXZ\0")) {
            return XZ;
        } else if (start.startsWith("(\u00b5/\u00fd")) {
            return ZSTANDARD;
        }
        return NONE;
    }
}
