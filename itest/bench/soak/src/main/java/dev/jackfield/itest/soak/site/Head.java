package dev.jackfield.itest.soak.site;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The head of a request, as far as an {@link Origin} cares. <i>Immutable.</i>
 *
 * @param path of the target; empty if the connection has ended before it
 * @param length of the body
 * @param cookie whether it brought one
 */
record Head(String path, long length, boolean cookie) {
    private static final String LENGTH = "content-length:";
    private static final String COOKIE = "cookie:";

    boolean end() {
        return path.isEmpty();
    }

    static Head read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return new Head("", 0, false);
        }
        long length = 0;
        boolean cookie = false;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            }
            cookie |= lower.startsWith(COOKIE);
        }
        return new Head(first.split(" ")[1], length, cookie);
    }

    /** Empty at the end of the stream, too, but only where a head would begin. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 && line.isEmpty()) {
                return "";
            }
            if (octet < 0) {
                throw new EOFException("The connection was closed within a head: " + line);
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
