package dev.segue.adapters.kafka.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Resolves the references in the settings of a Kafka client when the client is created. Kafka has the same syntax for
 * its configuration providers, so a setting stays as it is written in the file until then.
 */
public final class ReferenceProvider implements ConfigProvider {

    /** The key of the list of all providers. */
    private static final String PROVIDERS = "config.providers";

    private static final String KIND = "kind";

    private String kind;

    /**
     * The settings that register it with a client.
     *
     * @param others the names of the user's own providers, separated by commas; or null
     */
    public static Map<String, String> settingsBeside(String others) {
        Map<String, String> settings = new LinkedHashMap<>();
        String ours = References.VARIABLE + "," + References.FILE;
        settings.put(PROVIDERS, others == null || others.isBlank() ? ours : others + "," + ours);
        for (String name : Set.of(References.VARIABLE, References.FILE)) {
            settings.put(PROVIDERS + "." + name + ".class", ReferenceProvider.class.getName());
            settings.put(PROVIDERS + "." + name + ".param." + KIND, name);
        }
        return settings;
    }

    @Override
    public void configure(Map<String, ?> parameters) {
        kind = String.valueOf(parameters.get(KIND));
    }

    @Override
    public ConfigData get(String path) {
        return new ConfigData(Map.of());
    }

    /** Kafka splits at the first colon, which may be part of a file's name. */
    @Override
    public ConfigData get(String path, Set<String> keys) {
        try {
            return new ConfigData(keys.stream()
                    .collect(Collectors.toMap(key -> key, key -> value(path.isEmpty() ? key : path + ":" + key))));
        } catch (Unresolved e) {
            ConfigException failure = new ConfigException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private String value(String name) {
        return References.ofThisProcess().resolved("${" + kind + ":" + name + "}");
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
