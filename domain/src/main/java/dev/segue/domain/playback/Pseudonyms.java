package dev.segue.domain.playback;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.rules.StateRules;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces the ids of listeners by pseudonyms, which nobody can compute or reverse without the key: {@code v}, the version
 * of the key, {@code -}, and the HMAC-SHA-256 (RFC 2104) of the id's UTF-8 bytes in base64url without padding (RFC 4648).
 * An id that looks like a pseudonym is replaced too, or else whoever sends events could choose what they come out as.
 *
 * <p>For one thread at a time.
 */
public final class Pseudonyms {

    /** As long as the hash, as RFC 2104 recommends. */
    public static final int LEAST_KEY_BYTES = 32;

    /** What the rules of state call it when listeners keep their ids. */
    private static final String NONE = "none";

    private static final String HMAC = "HmacSHA256";
    private static final int DIGEST_BYTES = 4;

    private final int version;
    private final Mac mac;

    /**
     * Pseudonyms under a key.
     *
     * @param version of the key, from 1
     * @param key at least {@link #LEAST_KEY_BYTES} long
     */
    public Pseudonyms(int version, byte[] key) {
        if (version < 1) {
            throw new IllegalArgumentException("the version of a key must be positive, but is " + version);
        }
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the key of pseudonyms must have " + LEAST_KEY_BYTES + " bytes or more, but has " + key.length);
        }
        this.version = version;
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** The pseudonym of a listener: 46 characters, with one digit of the version. */
    public String of(String listener) {
        return "v" + version + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(listener));
    }

    /**
     * The rules of state by which listeners are named. They include a digest of the key, so that another key is noticed
     * even under the same version.
     *
     * @param pseudonyms null when listeners keep their ids
     */
    public static StateRules ofState(Pseudonyms pseudonyms) {
        String version = pseudonyms == null ? NONE : String.valueOf(pseudonyms.version);
        String digest = pseudonyms == null ? NONE : pseudonyms.digest();
        return new StateRules()
                .with("playback.pseudonym.key-version", version, NONE)
                .with("the digest of playback.pseudonym.key", digest, NONE);
    }

    /** No listener has an empty id, so this is the pseudonym of none. */
    private String digest() {
        return HexFormat.of().formatHex(hmac(""), 0, DIGEST_BYTES);
    }

    private byte[] hmac(String text) {
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
