package dev.segue.app.config;

/**
 * How to reach the schema registry, and as whom.
 *
 * @param user with {@code password}, or null
 * @param password with {@code user}, or null
 * @param token instead of both, or null
 */
public record RegistrySettings(String url, String user, String password, String token) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RegistrySettings[" + url + "]";
    }
}
