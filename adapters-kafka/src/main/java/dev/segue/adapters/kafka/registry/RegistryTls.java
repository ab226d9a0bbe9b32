package dev.segue.adapters.kafka.registry;

import dev.segue.adapters.kafka.secret.References;
import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * Whom we trust at the other end of a secure connection to a schema registry, and with which certificate we identify
 * ourselves. The stores are read as Kafka's own clients read them.
 *
 * @param settings by Kafka's keys, such as {@code ssl.truststore.location}; empty for what Java trusts and no
 *     certificate of ours. Secrets may be references
 */
public record RegistryTls(Map<String, String> settings) implements Serializable {

    /** What Java trusts, and no certificate of ours. */
    public static final RegistryTls USUAL = new RegistryTls(Map.of());

    private static final String KEYS = "registry.";

    public RegistryTls {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * Reads the stores; empty when there are none to read.
     *
     * @throws RegistryFailure when a store cannot be read
     * @throws dev.segue.adapters.kafka.secret.Unresolved when a password is not available in this process
     */
    Optional<SSLContext> context() {
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> all = new HashMap<>();
        References references = References.ofThisProcess();
        settings.forEach((key, text) -> all.put(key, references.resolved(text)));
        try (DefaultSslEngineFactory stores = new DefaultSslEngineFactory()) {
            stores.configure(new ConfigDef().withClientSslSupport().parse(all));
            return Optional.of(stores.sslContext());
        } catch (KafkaException e) {
            throw new RegistryFailure(
                    "The certificates for the schema registry cannot be read ("
                            + rootOf(e).getMessage()
                            + "). Correct the keys that begin with registry.ssl: location, password and type, which is"
                            + " PEM for text files, and PKCS12 or JKS for key stores.",
                    e);
        }
    }

    /** What to do about a failed connection. */
    String advice(URI address, IOException failure) {
        String why = messagesOf(failure);
        if (why.contains("PKIX path")) {
            return advice(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    " to a file with the certificate of the authority that issued the registry's certificate.",
                    " does not contain the authority that issued the registry's certificate.");
        }
        if (why.contains("No subject alternative") || why.contains("No name matching")) {
            return "Set registry.url to a host name that the registry's certificate contains.";
        }
        if (why.contains("fatal alert")) {
            return advice(
                    SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
                    " to a file with a certificate and its key: the registry only serves clients that have one.",
                    " contains no certificate that the registry accepts.");
        }
        boolean hungUp = !(failure instanceof ConnectException) && !(failure instanceof HttpTimeoutException);
        return "Is it running, and is its URL right?"
                + (hungUp && address.getScheme().equals("https")
                        ? " A registry that hangs up may want another certificate from us: check"
                                + " registry.ssl.keystore.location."
                        : "");
    }

    private String advice(String key, String whenUnset, String whenSet) {
        String location = settings.get(key);
        return location == null
                ? "Set " + KEYS + key + whenUnset
                : "The file in " + KEYS + key + " (" + location + ")" + whenSet;
    }

    private static String messagesOf(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The keys only: values may be secrets. */
    @Override
    public String toString() {
        return settings.keySet().toString();
    }
}
