package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Timed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code openssl s_time}, one connection after the other. It takes certificates for whatever name they are. */
record OpensslHandshakes(int port, String path, Path authority, String protocol, boolean resumes) implements Load {
    private static final Pattern CONNECTIONS = Pattern.compile("(\\d+) connections in \\d+ real seconds");

    @Override
    public Round round(int seconds) throws IOException, InterruptedException {
        Timed openssl = Timed.run(
                "openssl",
                "s_time",
                "-connect",
                "127.0.0.1:" + port,
                "-www",
                path,
                "-CAfile",
                authority.toString(),
                "-verify",
                "3",
                protocol.equals("TLSv1.3") ? "-tls1_3" : "-tls1_2",
                resumes ? "-reuse" : "-new",
                "-time",
                Integer.toString(seconds));
        Matcher connections = CONNECTIONS.matcher(openssl.output());
        if (!connections.find()) {
            throw new IOException("Expected a number of connections from openssl, got: " + openssl.output());
        }
        return openssl.round(Long.parseLong(connections.group(1)));
    }

    @Override
    public void close() {
        // Nothing is left of it.
    }
}
