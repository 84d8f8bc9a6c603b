package dev.jackfield.itest.bench.features;

import dev.jackfield.itest.peers.Nginx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** An nginx with something for each feature. */
final class Site implements AutoCloseable {
    static final String SMALL = "/small";
    static final String CODED = "/coded";
    static final String SETTING = "/setting";
    static final String MOVED = "/moved";

    private static final String HTTP = "access_log off; keepalive_requests 1000000000; open_file_cache max=10;";
    private static final String SERVER = """
            location = /coded { add_header Content-Encoding gzip; }
            location = /setting { alias files/small; add_header Set-Cookie "id=0123456789abcdef; Path=/"; }
            location = /moved { return 302 /small; }
            """;
    private static final byte[] BODY = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);

    private final Nginx nginx;

    Site() throws IOException {
        nginx = Nginx.start(HTTP, SERVER, Map.of("small", BODY, "coded", gzip(BODY)));
    }

    String url(String path) {
        return nginx.url(path);
    }

    @Override
    public void close() throws IOException {
        nginx.close();
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream coder = new GZIPOutputStream(coded)) {
            coder.write(octets);
        }
        return coded.toByteArray();
    }
}
