package dev.jackfield.resolver.internal.files;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.fuzz.Parser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** Hosts files: what cannot be read is skipped, so that only what is found can be wrong. */
public final class HostsParser implements Parser {
    private static final Path FILE = Path.of("hosts");

    @Override
    public void feed(byte[] input) {
        Hosts hosts = Hosts.parse(FILE, new String(input, StandardCharsets.ISO_8859_1));
        StringBuilder again = new StringBuilder();
        hosts.names().forEach((name, addresses) -> {
            sound(name, addresses);
            addresses.forEach(address -> again.append(address + "\t" + name + ".\n"));
        });
        same(Hosts.parse(FILE, again.toString()).names(), hosts.names(), () -> "Written and read again");
    }

    private static void sound(String name, List<IpAddress> addresses) {
        holds(name.chars().noneMatch(c -> c >= 'A' && c <= 'Z'), () -> "Capitals: " + name);
        holds(
                !addresses.isEmpty() && addresses.size() <= Hosts.MOST_ADDRESSES,
                () -> addresses.size() + " addresses of " + name);
        same(new HashSet<>(addresses).size(), addresses.size(), () -> "Each address once");
    }
}
