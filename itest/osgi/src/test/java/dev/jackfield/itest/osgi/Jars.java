package dev.jackfield.itest.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Where the build has put the jars under test. */
final class Jars {
    /**
     * What Jackfield needs besides itself: Declarative Services and what these need. Karaf's feature {@code scr} has
     * the same; {@code ResolveIT} shows that none of them can be left out.
     */
    static final List<String> INFRASTRUCTURE = List.of(
            "org.osgi.util.function", "org.osgi.util.promise", "org.osgi.service.component", "org.apache.felix.scr");

    private Jars() {}

    static Path named(String artifact) {
        String name = artifact + ".jar";
        Path jar = directory().resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("Expected " + name + " among the bundles in " + directory());
        }
        return jar;
    }

    static Stream<Path> named(List<String> artifacts) {
        return artifacts.stream().map(Jars::named);
    }

    /** Every jar that the build has put there. */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all the jars, the framework, and nothing else. */
    static URLClassLoader loader() {
        URL framework = Bundle.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] urls = Stream.concat(all().stream().map(Jars::url), Stream.of(framework))
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    /** The jars of this project. */
    static List<Path> ours() {
        return all().stream().filter(Jars::isOurs).toList();
    }

    static Path probe() {
        return Path.of(property("itest.probe"));
    }

    static Path features() {
        return directory().resolve("karaf-features.xml");
    }

    private static boolean isOurs(Path jar) {
        try {
            return new BundleJar(jar).header(Constants.BUNDLE_SYMBOLICNAME).startsWith("dev.jackfield.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        return Path.of(property("itest.bundles"));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Expected the system property " + name + ", which the build sets");
        }
        return value;
    }
}
