package dev.segue.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.secret.Secret;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves to the receiver of a message that we sent it. Secrets are read for each message, so one that is kept in a
 * file may change.
 *
 * @param authorization the header {@code Authorization}, whole
 * @param signingKey of the signature, which both ends know
 * @param clock stamps signatures, so that a receiver can refuse messages that are sent again by others
 */
record Credentials(Optional<Secret> authorization, Optional<Secret> signingKey, InstantSource clock) {

    /** For an address that is secret enough by itself. */
    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), InstantSource.system());

    static final String SIGNATURE = "X-Segue-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Adds the headers.
     *
     * @throws dev.segue.adapters.kafka.secret.Unresolved when a secret is not available in this process
     * @throws IllegalArgumentException when a secret cannot be sent in a header; its message holds the secret
     */
    void addTo(HttpRequest.Builder request, String body) {
        authorization.ifPresent(secret -> request.header("Authorization", secret.value()));
        signingKey.ifPresent(key ->
                request.header(SIGNATURE, signature(key.value(), clock.instant().getEpochSecond(), body)));
    }

    /** The time in seconds since 1970, and the HMAC-SHA-256 of that time, a dot and the body, in hexadecimal. */
    static String signature(String key, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            String digest = HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(UTF_8)));
            return "t=" + seconds + ",v1=" + digest;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
