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
 * @param registers whether our schemas are registered where they are missing; if not, they must be there, and read
 *     access is enough
 * @param patience how long to retry while the registry does not answer; zero for one attempt
 */
public record RegistryAccess(List<URI> urls, RegistryLogin login, RegistryTls tls, boolean registers, Duration patience)
        implements Serializable {

    /** Long enough for a registry to restart. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);

    public RegistryAccess {
        urls = List.copyOf(urls);
        requireNonNull(login, "login");
        requireNonNull(tls, "tls");
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
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative, but is " + patience);
        }
    }

    /** A registry at one address, without login, with the default patience. */
    public static RegistryAccess at(String url) {
        return at(List.of(URI.create(url)));
    }

    /** A registry at these addresses, without login, with the default patience. */
    public static RegistryAccess at(List<URI> urls) {
        return new RegistryAccess(urls, RegistryLogin.NONE, RegistryTls.USUAL, true, USUAL_PATIENCE);
    }

    /** The same registry, with a login. */
    public RegistryAccess as(RegistryLogin newLogin) {
        return new RegistryAccess(urls, newLogin, tls, registers, patience);
    }

    /** The same registry, with these certificates. */
    public RegistryAccess with(RegistryTls newTls) {
        return new RegistryAccess(urls, login, newTls, registers, patience);
    }

    /** The same registry, whether or not our schemas are registered there. */
    public RegistryAccess registering(boolean newRegisters) {
        return new RegistryAccess(urls, login, tls, newRegisters, patience);
    }

    /** The same registry, retried for {@code newPatience}. */
    public RegistryAccess withPatience(Duration newPatience) {
        return new RegistryAccess(urls, login, tls, registers, newPatience);
    }

    /**
     * Creates a client without contacting the registry, so it succeeds even when the registry is down.
     *
     * @throws RegistryFailure when the certificates cannot be read
     */
    public SchemaRegistry connect() {
        return new ConfluentRegistry(new RegistryRequests(this), registers, System::nanoTime);
    }
}
