package dev.segue.adapters.flink.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.rpc.AddressResolution;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystemLoader;
import org.apache.flink.util.FileUtils;

/**
 * Lets all clusters of a test process share what Flink otherwise loads for each of them: a jar with the classes of its RPC
 * system, which it unpacks, loads and compiles anew. That is half of the cost of a short job.
 */
public final class SharedRpcSystem implements RpcSystemLoader {

    private static RpcSystem shared;

    @Override
    public int getLoadPriority() {
        return -1;
    }

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        return new NeverClosed(shared(configuration));
    }

    private static synchronized RpcSystem shared(Configuration configuration) {
        if (shared == null) {
            shared = load(configuration);
        }
        return shared;
    }

    /**
     * It is never closed, because its threads may need a class until the process ends. What it has unpacked is deleted before
     * that; the jar stays open.
     */
    private static RpcSystem load(Configuration configuration) {
        try {
            Path unpacked = Files.createTempDirectory("segue-rpc");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteDirectoryQuietly(unpacked.toFile())));
            Configuration there = new Configuration(configuration);
            there.set(CoreOptions.TMP_DIRS, unpacked.toString());
            return new PekkoRpcSystemLoader().loadRpcSystem(there);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack Flink's RPC system.", e);
        }
    }

    /** The shared one, for a cluster that would close it at its end. */
    private record NeverClosed(RpcSystem shared) implements RpcSystem {

        @Override
        public RpcServiceBuilder localServiceBuilder(Configuration configuration) {
            return shared.localServiceBuilder(configuration);
        }

        @Override
        public RpcServiceBuilder remoteServiceBuilder(
                Configuration configuration, String externalAddress, String externalPortRange) {
            return shared.remoteServiceBuilder(configuration, externalAddress, externalPortRange);
        }

        @Override
        public String getRpcUrl(
                String host, int port, String endpoint, AddressResolution resolution, Configuration configuration)
                throws UnknownHostException {
            return shared.getRpcUrl(host, port, endpoint, resolution, configuration);
        }

        @Override
        public InetSocketAddress getInetSocketAddressFromRpcUrl(String url) throws Exception {
            return shared.getInetSocketAddressFromRpcUrl(url);
        }

        @Override
        public long getMaximumMessageSizeInBytes(Configuration configuration) {
            return shared.getMaximumMessageSizeInBytes(configuration);
        }

        @Override
        public void close() {}
    }
}
