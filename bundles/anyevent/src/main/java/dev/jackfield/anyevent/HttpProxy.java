package dev.jackfield.anyevent;

import dev.jackfield.connector.Credentials;
import java.util.Objects;

/**
 * The seed's {@code [$host, $port]}: an HTTP proxy. It is asked for http URLs as a whole, and for tunnels to https origins.
 * <i>Immutable.</i>
 *
 * @param host name or literal address, without brackets; empty for no proxy
 * @param port 1 to 65535; 0 for no proxy
 * @param credentials for it
 */
public record HttpProxy(String host, int port, Credentials credentials) {
    /** The seed's {@code undef}. */
    public static final HttpProxy NONE = new HttpProxy("", 0, Credentials.NONE);

    /** Checks the range. */
    public HttpProxy {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(credentials, "credentials");
        boolean none = host.isEmpty() && port == 0;
        if (!none && (host.isEmpty() || port < 1 || port > 65535)) {
            throw new IllegalArgumentException(
                    "Expected a host and a port from 1 to 65535, got \"" + host + "\" and " + port);
        }
    }

    /**
     * A proxy that lets anybody in.
     *
     * @param host name or literal address, without brackets
     * @param port 1 to 65535
     * @return the proxy
     * @throws IllegalArgumentException if there is no host, or the port is out of range
     */
    public static HttpProxy of(String host, int port) {
        HttpProxy proxy = new HttpProxy(host, port, Credentials.NONE);
        if (!proxy.present()) {
            throw new IllegalArgumentException("Expected the host and the port of a proxy, got none");
        }
        return proxy;
    }

    /**
     * The seed's {@code [$host, $port, $scheme]}.
     *
     * @param host name or literal address, without brackets
     * @param port 1 to 65535
     * @param scheme http; any other, https as well, would be spoken to in clear text by the seed
     * @return the proxy
     * @throws IllegalArgumentException if the scheme is another, there is no host, or the port is out of range
     */
    public static HttpProxy of(String host, int port, String scheme) {
        if (!scheme.equalsIgnoreCase("http")) {
            throw new IllegalArgumentException("Expected a proxy of scheme http, got \"" + scheme + "\"");
        }
        return of(host, port);
    }

    /**
     * Tells whether there is one.
     *
     * @return false for {@link #NONE}
     */
    public boolean present() {
        return port != 0;
    }
}
