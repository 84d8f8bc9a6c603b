package dev.jackfield.itest.soak;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory to work in. It ends with everything that is in it. */
record Scratch(Path directory) implements AutoCloseable {
    static Scratch open(String name) throws IOException {
        return new Scratch(Files.createTempDirectory(name));
    }

    /** Where the build has put this class, and the bundles beside it. */
    static Path target() throws URISyntaxException {
        return Path.of(Scratch.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParent();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
