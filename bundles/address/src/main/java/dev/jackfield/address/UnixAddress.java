package dev.jackfield.address;

import dev.jackfield.address.internal.Quoted;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.util.Objects;

/**
 * The path of a UNIX domain socket. <i>Immutable.</i> Whether there is such a file, and whether the path is too long for
 * the platform, is found out when it is used.
 *
 * @param path absolute: begins with {@code /}; no NUL
 */
public record UnixAddress(String path) implements Address {

    /** What stands for the host where a UNIX domain socket is meant. */
    public static final String HOST = "unix/";

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it does not begin with {@code /} or has a NUL
     */
    public UnixAddress {
        Objects.requireNonNull(path, "path");
        if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "Expected the absolute path of a UNIX domain socket, without NUL, got " + Quoted.of(path));
        }
    }

    @Override
    public ProtocolFamily family() {
        return StandardProtocolFamily.UNIX;
    }

    /**
     * The address as text.
     *
     * @return {@code unix/:} and the path
     */
    @Override
    public String toString() {
        return HOST + ":" + path;
    }
}
