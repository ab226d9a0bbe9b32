package dev.segue.adapters.kafka.registry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Address and login of a schema registry. Serialized to the workers, which connect there.
 *
 * @param urls base addresses with their path, such as {@code http://localhost:8081/apis/ccompat/v7}; tried in turn.
 *     They appear in messages, so they must not contain a user or a password
 * @param user for basic authentication; null for none
 * @param password null exactly when {@code user} is
 * @param patience how long to retry while the registry does not answer; zero for one attempt
 */
public record RegistryAccess(List<URI> urls, String user, String password, Duration patience) implements Serializable {

    /** Long enough for a registry to restart. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);

    public RegistryAccess {
        urls = List.copyOf(urls);
        requireNonNull(patience, "patience");
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a schema registry needs at least one URL");
        }
        for (URI url : urls) {
            if (String.valueOf(url.getRawAuthority()).contains("@")) {
                throw new IllegalArgumentException("the URL of a schema registry must not hold a user or a password,"
                        + " because URLs are shown: give them as user and password");
            }
            if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw new IllegalArgumentException(
                        "the URL of a schema registry must begin with http:// or https:// and name a host, but is "
                                + url);
            }
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("a schema registry needs both user and password, or neither");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative, but is " + patience);
        }
    }

    /** A registry at one address, without login, with the default patience. */
    public static RegistryAccess at(String url) {
        return new RegistryAccess(List.of(URI.create(url)), null, null, USUAL_PATIENCE);
    }

    /** The same registry, with a user and a password. */
    public RegistryAccess as(String newUser, String newPassword) {
        return new RegistryAccess(urls, newUser, newPassword, patience);
    }

    /** The same registry, retried for {@code newPatience}. */
    public RegistryAccess withPatience(Duration newPatience) {
        return new RegistryAccess(urls, user, password, newPatience);
    }

    /** Creates a client without contacting the registry, so it succeeds even when the registry is down. */
    public SchemaRegistry connect() {
        return new ConfluentRegistry(new RegistryRequests(this), System::nanoTime);
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "RegistryAccess[urls=" + urls + ", user=" + user + ", password=" + (password == null ? "none" : "***")
                + ", patience=" + patience + "]";
    }
}
