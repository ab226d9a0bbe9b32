package dev.segue.adapters.kafka.registry;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.secret.Secret;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How we log in to a schema registry. Secrets are read with each request, so one that is kept in a file may change. */
public sealed interface RegistryLogin extends Serializable {

    /** For a registry that everyone may use. */
    RegistryLogin NONE = new None();

    /**
     * What to send in the header {@code Authorization}; empty for nothing.
     *
     * @throws dev.segue.adapters.kafka.secret.Unresolved when a secret is not available in this process
     */
    Optional<String> authorization();

    /** No login. */
    record None() implements RegistryLogin {

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** Basic authentication. */
    record Basic(String user, Secret password) implements RegistryLogin {

        public Basic {
            requireNonNull(user, "user");
            requireNonNull(password, "password");
        }

        @Override
        public Optional<String> authorization() {
            byte[] login = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(login));
        }
    }

    /** A token. */
    record Bearer(Secret token) implements RegistryLogin {

        public Bearer {
            requireNonNull(token, "token");
        }

        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token.value());
        }
    }
}
