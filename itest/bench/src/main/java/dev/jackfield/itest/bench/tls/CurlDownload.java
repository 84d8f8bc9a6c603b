package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.itest.bench.Timed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** curl; its start, some milliseconds, is in its figures. */
record CurlDownload(String url, long octets, Path authority) implements Load {

    @Override
    public Round round(int times) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--fail", "--http1.1", "--tlsv1.3"));
        command.addAll(List.of("--cacert", authority.toString(), "--write-out", "%{size_download}\\n"));
        for (int i = 0; i < times; i++) {
            command.addAll(List.of("--output", "/dev/null", url));
        }
        Timed curl = Timed.run(command.toArray(String[]::new));
        List<String> expected = Collections.nCopies(times, Long.toString(octets));
        if (!curl.output().lines().toList().equals(expected)) {
            throw new IOException("Expected " + expected + " octets, got " + curl.output());
        }
        return curl.round(times);
    }

    @Override
    public void close() {
        // Nothing is left of it.
    }
}
