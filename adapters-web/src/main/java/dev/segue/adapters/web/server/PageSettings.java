package dev.segue.adapters.web.server;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the page is and who may see it.
 *
 * @param address the name or number of an address of this machine
 * @param port 0 for any that is free
 * @param token whoever knows it may see the page; null when whoever is on this machine may
 */
public record PageSettings(String address, int port, String token) {

    /** The address that is reached from this machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    /** So that nobody guesses it. */
    public static final int SHORTEST_TOKEN = 16;

    public PageSettings {
        requireNonNull(address, "address");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, but is " + port);
        }
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "a token must have " + SHORTEST_TOKEN + " characters or more, but has " + token.length());
        }
        if (token == null && !isLoopback(address)) {
            throw new IllegalArgumentException(
                    "a page at " + address + " can be reached from other machines, so it needs a token");
        }
    }

    /** The page of this machine alone. */
    public static PageSettings onThisMachine(int port) {
        return new PageSettings(LOOPBACK, port, null);
    }

    /** Whether an address is reached from this machine only. A name that nobody knows is not. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Tells everything but the token. */
    @Override
    public String toString() {
        return "PageSettings[address=" + address + ", port=" + port + ", token=" + (token == null ? "none" : "***")
                + "]";
    }
}
