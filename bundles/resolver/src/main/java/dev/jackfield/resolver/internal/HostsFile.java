package dev.jackfield.resolver.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jackfield.address.IpAddress;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The hosts file, read when first asked and again whenever its time of modification or its size has changed. Lines that
 * make no sense are skipped, as every other reader of this file does. <i>Thread-safe</i>, but blocks.
 */
final class HostsFile {
    /** System property with the path. */
    static final String PROPERTY = "jackfield.hosts";

    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");
    private static final Seen NOTHING = new Seen(FileTime.fromMillis(0), -1, Map.of());

    private final Path path;
    private volatile Seen seen = NOTHING;

    private record Seen(FileTime modified, long size, Map<String, List<IpAddress>> names) {}

    HostsFile(Path path) {
        this.path = path;
    }

    /** The file that the system property names, or the platform's. */
    static HostsFile ofThePlatform() {
        String chosen = System.getProperty(PROPERTY, "");
        if (!chosen.isEmpty()) {
            return new HostsFile(Path.of(chosen));
        }
        boolean windows = File.separatorChar == '\\';
        String root = Optional.ofNullable(System.getenv("SystemRoot")).orElse("C:\\Windows");
        return new HostsFile(windows ? Path.of(root, "System32", "drivers", "etc", "hosts") : Path.of("/etc/hosts"));
    }

    /** The addresses of a normal name in the order of the file; none if it is not there. */
    List<IpAddress> addresses(String name) {
        return current().names().getOrDefault(name, List.of());
    }

    private Seen current() {
        Seen known = seen;
        try {
            // Before the content: a change while reading is then noticed the next time.
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() != known.size() || !now.lastModifiedTime().equals(known.modified())) {
                known = new Seen(now.lastModifiedTime(), now.size(), parse(Files.readString(path, ISO_8859_1)));
                seen = known;
            }
            return known;
        } catch (NoSuchFileException none) {
            seen = NOTHING;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cannot read the hosts file " + path + ": " + e);
            seen = NOTHING;
        }
        return NOTHING;
    }

    static Map<String, List<IpAddress>> parse(String text) {
        Map<String, Set<IpAddress>> names = new HashMap<>();
        text.lines().forEach(line -> {
            int comment = line.indexOf('#');
            StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
            if (!words.hasMoreTokens()) {
                return;
            }
            Optional<IpAddress> address = IpAddress.parse(words.nextToken());
            while (address.isPresent() && words.hasMoreTokens()) {
                names.computeIfAbsent(Names.normal(words.nextToken()), name -> new LinkedHashSet<>())
                        .add(address.get());
            }
        });
        Map<String, List<IpAddress>> lists = new HashMap<>();
        names.forEach((name, addresses) -> lists.put(name, List.copyOf(addresses)));
        return lists;
    }
}
