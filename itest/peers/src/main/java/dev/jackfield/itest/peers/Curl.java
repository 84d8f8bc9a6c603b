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
