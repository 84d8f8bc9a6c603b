package dev.jackfield.itest.bench.retries;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes whole requests from a connection, so that nothing is left unread when it is closed. */
final class RequestReader {
    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next request.
     *
     * @return its target; empty if the client has closed the connection
     */
    String target() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return "";
        }
        long length = 0;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("Expected a body with Content-Length, got " + field);
            }
        }
        in.skipNBytes(length);
        return line.split(" ")[1];
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 && line.isEmpty()) {
                return "";
            }
            if (octet < 0) {
                throw new EOFException("The connection was closed within a request: " + line);
            }
            line.append(new String(new byte[] {(byte) octet}, StandardCharsets.ISO_8859_1));
        }
        return line.toString().strip();
    }
}
