package dev.segue.domain.mutant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Loads all of Segue a second time, with one class mutated, alongside the running one. */
public final class MutantLoader extends ClassLoader {

    private static final String OURS = "dev.segue.";

    private final Map<String, byte[]> mutated;

    private MutantLoader(Map<String, byte[]> mutated) {
        super(MutantLoader.class.getClassLoader());
        this.mutated = mutated;
    }

    /**
     * The error that {@code trials} find in a mutant; null if they find none.
     *
     * @param trials a class with a static {@code String firstObjection(int seeds)}
     */
    public static String objectionTo(Mutant mutant, String trials, int seeds) throws Exception {
        MutantLoader loader = new MutantLoader(Compilation.of(mutant.className(), mutant.source()));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (String) loader.loadClass(trials)
                    .getMethod("firstObjection", int.class)
                    .invoke(null, seeds);
        } catch (InvocationTargetException e) {
            return "thrown: " + e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = mutated.containsKey(name) ? mutated.get(name) : unmutated(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] unmutated(String name) throws ClassNotFoundException {
        try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
