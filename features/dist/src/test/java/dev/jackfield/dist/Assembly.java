package dev.jackfield.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The directory that the build leaves behind, or a copy of it to do harm to. */
record Assembly(Path home) {

    static Assembly built() {
        return new Assembly(Path.of(System.getProperty("dist.home")));
    }

    Assembly copiedTo(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            all.forEach(source -> {
                try {
                    Files.copy(source, directory.resolve(home.relativize(source)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return new Assembly(directory);
    }

    Path jackfield() {
        return home.resolve("bin/jackfield");
    }

    Path archiver() {
        return home.resolve("bin/jackfield-archive");
    }

    Path archive() {
        return home.resolve("lib/jackfield.jsa");
    }

    Path osgi() {
        return home.resolve("bin/jackfield-osgi");
    }

    /** The one file below the home directory whose name begins like this. */
    Path file(String directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(directory))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + prefix + "* in " + directory));
        }
    }
}
