package dev.segue.stack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Runs the registry in the child process and ends it when the parent process is gone, even if the parent was killed.
 */
final class RegistryProcess {

    /** The main class in the manifest of the registry's jar. */
    private static final String REGISTRY = "io.quarkus.runner.GeneratedMain";

    private RegistryProcess() {}

    public static void main(String[] arguments) throws Throwable {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Thread watch = new Thread(() -> endWith(parent), "end with the parent");
        watch.setDaemon(true);
        watch.start();
        MethodHandles.publicLookup()
                .findStatic(Class.forName(REGISTRY), "main", MethodType.methodType(void.class, String[].class))
                .invokeExact(arguments);
    }

    private static void endWith(ProcessHandle parent) {
        parent.onExit().join();
        Runtime.getRuntime().halt(1);
    }
}
