package dev.segue.adapters.flink.codec;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every codec on the class path that {@code META-INF/services} names, by the name under which savepoints know it. */
final class Codecs {

    private static final Map<String, Codec<?>> BY_NAME =
            ServiceLoader.load(Codec.class, Codec.class.getClassLoader()).stream()
                    .<Codec<?>>map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(Codec::name, Function.identity()));

    private Codecs() {}

    /** The codec of that name; the caller knows what it writes. */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> named(String name) {
        Codec<?> codec = BY_NAME.get(name);
        if (codec == null) {
            throw new IllegalStateException("No codec is named '" + name
                    + "'. The state was written by a later version of Segue, or not by Segue.");
        }
        return (Codec<T>) codec;
    }
}
