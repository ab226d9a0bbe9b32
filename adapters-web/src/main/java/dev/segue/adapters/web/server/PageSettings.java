package dev.segue.adapters.web.server;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the page listens and who may see it.
 *
 * @param address the host name or IP address to listen on
 * @param port 0 for any free port
 * @param token grants access to the page; null if every user of this machine has access
 * @param behindProxy whether a proxy stands in front of it, whose header {@code X-Forwarded-Proto} we believe
 */
public record PageSettings(String address, int port, String token, boolean behindProxy) {

    /** The address that only this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Shorter tokens could be guessed. */
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

    /** A page that browsers reach without a proxy. */
    public PageSettings(String address, int port, String token) {
        this(address, port, token, false);
    }

    /** A page that only this machine can reach. */
    public static PageSettings onThisMachine(int port) {
        return new PageSettings(LOOPBACK, port, null);
    }

    /** Whether only this machine can reach an address; false for an unknown host name. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Everything but the token. */
    @Override
    public String toString() {
        return "PageSettings[address=" + address + ", port=" + port + ", token=" + (token == null ? "none" : "***")
                + ", behindProxy=" + behindProxy + "]";
    }
}
