package dev.jackfield.itest.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real curl, as a second opinion. */
public final class Curl {
    private static final long PATIENCE_SECONDS = 20;

    private Curl() {}

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("curl");
    }

    /**
     * What it got.
     *
     * @param head status line and fields of the last response, a line each
     * @param body as it was written to a file
     */
    public record Answer(List<String> head, byte[] body) {
        /** Whether the head says how long the body is. */
        public boolean hasLength() {
            return head.stream().anyMatch(line -> line.regionMatches(true, 0, "content-length:", 0, 15));
        }
    }

    /**
     * Gets something, and tells the head and the body apart.
     *
     * @param body what to send, and empty for nothing
     * @param arguments as on its command line
     */
    public static Answer answer(byte[] body, List<String> arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("jackfield-curl-files");
        Path head = folder.resolve("head");
        Path got = folder.resolve("body");
        Path sent = folder.resolve("sent");
        try {
            Files.write(sent, body);
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--show-error", "--dump-header", head.toString(), "--output", got.toString()));
            if (body.length > 0) {
                all.addAll(List.of("--data-binary", "@" + sent));
            }
            String said = run(all.toArray(new String[0]));
            if (!said.isEmpty()) {
                throw new IOException("Expected an answer for curl, got " + said);
            }
            // Asked for a head alone, it takes that for the body.
            boolean none = arguments.contains("--head") || !Files.exists(got);
            return new Answer(last(Files.readString(head)), none ? new byte[0] : Files.readAllBytes(got));
        } finally {
            for (Path file : List.of(head, got, sent, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What was interim, or led elsewhere, comes first. */
    private static List<String> last(String heads) {
        List<String> all = List.of(heads.split("\r\n\r\n"));
        return all.stream()
                .filter(head -> head.startsWith("HTTP/"))
                .reduce((before, after) -> after)
                .orElse("")
                .lines()
                .toList();
    }

    /**
     * Gets something, without a word besides.
     *
     * @param arguments as on its command line
     * @return what it prints
     */
    public static String run(String... arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("jackfield-curl");
        List<String> all = new ArrayList<>(List.of("--disable", "--silent", "--noproxy", ""));
        all.addAll(List.of(arguments));
        try (Running running = Running.start(home, "curl", all)) {
            if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Expected curl to end within " + PATIENCE_SECONDS + " s, but it goes on");
            }
            return Files.readString(home.resolve("output"));
        }
    }
}
