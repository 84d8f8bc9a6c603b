package dev.jackfield.resolver.internal;

import dev.jackfield.address.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts file: read when it is first asked, and again when its time or size has changed. A missing file has no names.
 *
 * <p><i>Thread-safe.</i> Blocks, as files do.
 */
final class HostsFile {
    /** Larger files are not hosts files. */
    static final long MOST_OCTETS = 16L << 20;

    private static final Content NOTHING = new Content(Map.of(), FileTime.fromMillis(0), -1);

    private final Path path;
    private volatile Content content = NOTHING;

    private record Content(Map<String, List<Address>> names, FileTime modified, long size) {}

    HostsFile(Path path) {
        this.path = path;
    }

    /** The platform's. */
    static Path platformPath() {
        String windows = System.getenv("SystemRoot");
        return System.getProperty("os.name").startsWith("Windows") && windows != null
                ? Path.of(windows, "System32", "drivers", "etc", "hosts")
                : Path.of("/etc/hosts");
    }

    /** The addresses of a name, in the order of the file; none if it is not there. */
    List<Address> lookUp(String name) {
        return current().names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private Content current() {
        Content known = content;
        Optional<BasicFileAttributes> found = attributes();
        if (found.isEmpty()) {
            return NOTHING;
        }
        BasicFileAttributes attributes = found.get();
        if (attributes.size() == known.size && attributes.lastModifiedTime().equals(known.modified)) {
            return known;
        }
        Content read = new Content(read(attributes.size()), attributes.lastModifiedTime(), attributes.size());
        content = read;
        return read;
    }

    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Map<String, List<Address>> read(long size) {
        if (size > MOST_OCTETS) {
            return Map.of();
        }
        try {
            return parse(Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Lines of an address and its names; what is no such line is skipped. */
    static Map<String, List<Address>> parse(String text) {
        Map<String, List<Address>> names = new HashMap<>();
        text.lines().forEach(line -> {
            int comment = line.indexOf('#');
            String[] words =
                    (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
            Optional<Address> address = Address.parse(words[0]);
            for (int i = 1; i < words.length && address.isPresent(); i++) {
                List<Address> known =
                        names.computeIfAbsent(words[i].toLowerCase(Locale.ROOT), name -> new ArrayList<>());
                if (!known.contains(address.get())) {
                    known.add(address.get());
                }
            }
        });
        return names;
    }
}
