package dev.jackfield.itest.bench.stream;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.itest.bench.Meter;
import dev.jackfield.itest.bench.OwnJvm;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A body that passes once, in a JVM of its own whose heap is small. */
final class Passing {
    private Passing() {}

    /** Starts it, and waits. */
    static Passed run(Way way, String server, long octets, String heap) throws IOException, InterruptedException {
        List<String> options = List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
        Process process = OwnJvm.of(options, Passing.class, way.name(), server, Long.toString(octets))
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (process.waitFor() != 0) {
                throw new IOException("Expected " + octets + " octets to pass by " + way + " with a heap of " + heap
                        + ", but the JVM ended with " + process.exitValue());
            }
            return Passed.parse(said.strip());
        } finally {
            process.destroy();
        }
    }

    /** Arguments: way, URL of the server, octets. */
    public static void main(String[] arguments) throws Exception {
        long octets = Long.parseLong(arguments[2]);
        try (Loops loops = Loops.create(1);
                HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, Panel.open())) {
            Meter begin = Meter.now();
            long passed = Way.valueOf(arguments[0]).pass(client, arguments[1], octets);
            if (passed != octets) {
                throw new IOException("Expected " + octets + " octets to arrive, got " + passed);
            }
            System.out.println(Passed.of(begin.round(octets)).toText());
        }
    }
}
