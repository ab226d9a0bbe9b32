package dev.segue.adapters.files.source;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the operators of a Flink job reach an object in the process that runs the job. Operators are serialized on their
 * way into the job; the object is not, because this reference contains only its key.
 */
public final class InThisProcess<T> implements Serializable, AutoCloseable {

    private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();
    private final Class<T> type;

    private InThisProcess(Class<T> type) {
        this.type = type;
    }

    /** A reference to {@code object}, valid until it is closed. */
    public static <T> InThisProcess<T> leadingTo(T object, Class<T> type) {
        InThisProcess<T> way = new InThisProcess<>(type);
        OBJECTS.put(way.key, requireNonNull(object, "object"));
        return way;
    }

    /**
     * The object.
     *
     * @throws IllegalStateException when this is closed, or the job runs in another process
     */
    public T get() {
        Object object = OBJECTS.get(key);
        if (object == null) {
            throw new IllegalStateException("this process has no such " + type.getSimpleName());
        }
        return type.cast(object);
    }

    /** Releases the object. */
    @Override
    public void close() {
        OBJECTS.remove(key);
    }
}
