package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.secret.Secret;
import dev.segue.domain.playback.Pseudonyms;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * The key of listeners' pseudonyms. Sent to the workers, which look the secret up themselves.
 *
 * @param version of the key, from 1
 * @param key its text, of which the UTF-8 bytes are the key
 */
public record PseudonymKey(int version, Secret key) implements Serializable {

    public PseudonymKey {
        requireNonNull(key, "key");
    }

    /**
     * The pseudonyms, for one thread.
     *
     * @throws dev.segue.adapters.kafka.secret.Unresolved when this process does not have the secret
     * @throws IllegalArgumentException when it is shorter than {@link Pseudonyms#LEAST_KEY_BYTES}
     */
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(version, key.value().getBytes(StandardCharsets.UTF_8));
    }
}
