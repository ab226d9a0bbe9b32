package dev.segue.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports on this machine's loopback address, the only one the stack listens on. */
public final class LoopbackPorts {

    /** The address that the stack binds; reachable from this machine only. */
    public static final String HOST = "127.0.0.1";

    /** Requests any free port. */
    public static final int ANY = 0;

    /**
     * The ports given to whoever wants any. As they are set up by default, Linux (from 32768 on), macOS and Windows (from 49152
     * on, RFC 6335, section 6) do not hand these out by themselves, neither to a server that binds port 0 nor to an outgoing
     * connection, so a port is still free when its server starts later.
     */
    private static final int FIRST = 10_000;

    private static final int LAST = 29_999;

    /** Where the search goes on, so that claims that follow one another find different ports, as those of two processes nearly always do. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST + 1));

    private LoopbackPorts() {}

    /**
     * Returns the wanted port after checking that it is free; a free port when {@link #ANY} is wanted.
     *
     * @param wanted 1 to 65535, or {@link #ANY}
     * @param who what needs the port, in words the user knows
     * @throws CannotStart when something else listens there
     */
    public static int claim(int wanted, String who) throws CannotStart {
        if (wanted == ANY) {
            return free(1).get(0);
        }
        try (ServerSocket probe = bound(wanted)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + wanted + " for " + who + " cannot be used (" + e.getMessage()
                            + "). Something else listens there: stop it, or choose another port.",
                    e);
        }
    }

    /**
     * Returns {@code count} different ports that are free at this moment.
     *
     * @throws CannotStart when the machine has too few free ports
     */
    static List<Integer> free(int count) throws CannotStart {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(boundToAny());
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(LoopbackPorts::release);
        }
    }

    private static ServerSocket boundToAny() throws CannotStart {
        IOException reason = null;
        for (int tried = 0; tried <= LAST - FIRST; tried++) {
            try {
                return bound(NEXT.getAndUpdate(port -> port == LAST ? FIRST : port + 1));
            } catch (IOException e) {
                reason = e;
            }
        }
        throw new CannotStart(
                "This machine has no free port from " + FIRST + " to " + LAST + " on " + HOST + " ("
                        + reason.getMessage() + ").",
                reason);
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot close an unused socket", e);
        }
    }
}
