package dev.jackfield.itest.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that may be missing: what needs them is skipped then, but where they are required, as in CI, it fails. */
public final class Programs {
    private Programs() {}

    public static void require(String... names) {
        List<String> missing = Stream.of(names).filter(name -> !installed(name)).toList();
        if (Boolean.parseBoolean(System.getenv("JACKFIELD_REQUIRE_PEERS"))) {
            assertEquals(List.of(), missing, "Programs that are not on the path");
        } else {
            assumeTrue(missing.isEmpty(), () -> missing + " are not on the path; install them to run this test");
        }
    }

    private static boolean installed(String name) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
