package dev.segue.adapters.web.server;

/** Where the API is. */
final class Api {

    /** What begins with this belongs to the API: its errors are problems that programs can read. */
    static final String ALL = "/api";

    static final String ROOT = ALL + "/v1";
    static final String LIVE = ROOT + "/live";
    static final String NOTES = ROOT + "/notes";
    static final String DOCUMENT = ROOT + "/openapi.json";

    private Api() {}

    static boolean has(String path) {
        return path.equals(ALL) || path.startsWith(ALL + "/");
    }
}
