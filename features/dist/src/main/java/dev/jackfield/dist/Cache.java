package dev.jackfield.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the framework unpacks and remembers; deleted afterwards unless somebody asked for a directory of their own. */
record Cache(Path directory, boolean temporary) implements AutoCloseable {

    static Cache fresh() throws LaunchException {
        try {
            return new Cache(Files.createTempDirectory("jackfield-osgi"), true);
        } catch (IOException e) {
            throw new LaunchException("Cannot make a directory for the framework: " + e, e);
        }
    }

    /** The directory itself may be new, but more than that is rather a slip than a wish. */
    static Cache kept(Path directory) throws LaunchException {
        Path parent = directory.toAbsolutePath().normalize().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw LaunchException.usage("--cache: expected a directory in one that exists, got " + directory + ", but "
                    + parent + " is none");
        }
        try {
            return new Cache(Files.createDirectories(directory).toRealPath(), false);
        } catch (IOException e) {
            throw new LaunchException("Cannot use " + directory + " for the framework: " + e, e);
        }
    }

    @Override
    public void close() {
        if (!temporary || !Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.err.println("jackfield-osgi: cannot delete " + directory + ": " + e);
        }
    }
}
