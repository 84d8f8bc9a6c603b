package dev.jackfield.resolver.internal.files;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.internal.names.Names;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/**
 * What a hosts file says. <i>Immutable.</i>
 *
 * @param file where it says so, for error messages
 * @param names normal names with their addresses, in the order of the file
 */
public record Hosts(String file, Map<String, List<IpAddress>> names) {
    /** Octets: those who block advertisements this way have some megabytes. */
    static final int LARGEST = 8 << 20;

    /** More addresses of one name are skipped. */
    static final int MOST_ADDRESSES = 64;

    /** The addresses of a normal name in the order of the file; none if it is not there. */
    public List<IpAddress> addresses(String name) {
        return names.getOrDefault(name, List.of());
    }

    static Hosts parse(Path file, String text) {
        Map<String, List<IpAddress>> names = new HashMap<>();
        Lines.read(file, text, "#", words -> readLine(words, names));
        return new Hosts(file.toString(), names);
    }

    private static boolean readLine(StringTokenizer words, Map<String, List<IpAddress>> names) {
        Optional<IpAddress> address = IpAddress.parseScoped(words.nextToken());
        if (address.isEmpty() || !words.hasMoreTokens()) {
            return false;
        }
        boolean sensible = true;
        List<IpAddress> alone = List.of(address.get());
        while (words.hasMoreTokens()) {
            List<IpAddress> all = names.merge(Names.normal(words.nextToken()), alone, Hosts::and);
            sensible &= all.contains(address.get());
        }
        return sensible;
    }

    private static List<IpAddress> and(List<IpAddress> known, List<IpAddress> further) {
        return known.size() == MOST_ADDRESSES || known.containsAll(further)
                ? known
                : Stream.concat(known.stream(), further.stream()).toList();
    }
}
