package dev.segue.adapters.flink.codec;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All codecs that {@code META-INF/services} lists, by their names in savepoints. */
final class Codecs {

    private static final Map<String, Codec<?>> BY_NAME =
            ServiceLoader.load(Codec.class, Codec.class.getClassLoader()).stream()
                    .<Codec<?>>map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(Codec::name, Function.identity()));

    private Codecs() {}

    /** The codec of that name; the caller knows its type. */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> named(String name) {
        Codec<?> codec = BY_NAME.get(name);
        if (codec == null) {
            throw new IllegalStateException("There is no codec named '" + name
                    + "'. The state was written by a later version of Segue, or not by Segue.");
        }
        return (Codec<T>) codec;
    }
}
