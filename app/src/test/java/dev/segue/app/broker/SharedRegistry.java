package dev.segue.app.broker;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.stack.LoopbackPorts;
import dev.segue.stack.Registry;
import java.nio.file.Path;

/** A real schema registry for all tests of a process that neither stop nor configure it. It ends with the process. */
public final class SharedRegistry {

    private static Registry started;

    private SharedRegistry() {}

    /** The address of its Confluent API. */
    public static synchronized String url() throws Exception {
        if (started == null) {
            long process = ProcessHandle.current().pid();
            started = Registry.start(LoopbackPorts.ANY, Path.of("target", "registry-" + process + ".log"));
        }
        return started.url().toString();
    }

    /** Access to it. */
    public static RegistryAccess access() throws Exception {
        return RegistryAccess.at(url());
    }
}
