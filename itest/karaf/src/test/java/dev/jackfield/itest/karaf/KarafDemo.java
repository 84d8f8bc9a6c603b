package dev.jackfield.itest.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo in a Karaf of its own, which is gone afterwards: {@code mvn -q -Pdemo -Dkaraf verify}. */
final class KarafDemo {
    private static final String END = " 0 failed";

    private KarafDemo() {}

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() > KarafIT.NEWEST_JAVA) {
            System.err.println("Expected Java up to " + KarafIT.NEWEST_JAVA + ", which Karaf 4.4 starts on, got "
                    + Runtime.version().feature());
            System.exit(1);
        }
        Path directory = Files.createTempDirectory("jackfield-karaf-demo");
        String shown;
        try (Karaf karaf = Karaf.start(path("itest.karaf"), path("itest.repository"), directory.resolve("karaf"))) {
            try (Console console = karaf.console()) {
                console.run("feature:repo-add " + System.getProperty("itest.features"));
                console.run("feature:install jackfield-shell jackfield-socks");
                shown = console.run("jackfield:demo --no-color", System.out);
            }
            // Behind the prompt, which is shown, too.
            System.out.println();
            karaf.stop();
        } finally {
            delete(directory);
        }
        System.exit(shown.contains(END) ? 0 : 1);
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
