package dev.jackfield.resolver.internal.files;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.internal.names.Names;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Reads resolv.conf. Numbers that are too large are cut, as glibc does. Without a usable name server there is none: no
 * public one is ever assumed, and not even one on this machine, because the JVM's resolver takes over then.
 */
final class ResolvConf {
    /** Octets. */
    static final int LARGEST = 64 << 10;

    private final List<InetSocketAddress> servers = new ArrayList<>();
    private List<String> search = List.of();
    private int ndots = 1;
    private int timeout;
    private int attempts;
    private boolean rotate;

    private ResolvConf() {}

    static StubConfig parse(Path file, String text) {
        ResolvConf conf = new ResolvConf();
        Lines.read(file, text, "#;", conf::readLine);
        return new StubConfig(conf.servers, conf.search, conf.ndots, conf.timeouts(), conf.rotate, true);
    }

    /** The defaults only hold together: two rounds is what resolv.conf(5) has for a timeout that is told. */
    private List<Duration> timeouts() {
        if (timeout == 0 && attempts == 0) {
            return StubConfig.TIMEOUTS;
        }
        Duration each = timeout == 0 ? StubConfig.TIMEOUTS.get(0) : Duration.ofSeconds(timeout);
        return Collections.nCopies(attempts == 0 ? 2 : attempts, each);
    }

    private boolean readLine(StringTokenizer words) {
        return switch (words.nextToken().toLowerCase(Locale.ROOT)) {
            case "nameserver" -> words.countTokens() == 1 && addServer(words.nextToken());
            case "domain" -> words.countTokens() < 2 && setSearch(words);
            case "search" -> setSearch(words);
            case "options" -> setOptions(words);
            default -> false;
        };
    }

    private boolean addServer(String text) {
        if (servers.size() == StubConfig.FILE_SERVERS) {
            return false;
        }
        return IpAddress.parseScoped(text)
                .flatMap(address -> NameServer.of(address, StubConfig.PORT))
                .filter(server -> servers.contains(server) || servers.add(server))
                .isPresent();
    }

    /** The last such line counts. */
    private boolean setSearch(StringTokenizer words) {
        boolean sensible = true;
        Set<String> suffixes = new LinkedHashSet<>();
        while (words.hasMoreTokens()) {
            String suffix = words.nextToken();
            sensible &= suffixes.size() < StubConfig.MOST_SEARCH && isName(suffix);
            if (sensible) {
                suffixes.add(Names.normal(suffix));
            }
        }
        search = List.copyOf(suffixes);
        return sensible;
    }

    private static boolean isName(String text) {
        try {
            Names.check(text);
            return true;
        } catch (ResolveFailure malformed) {
            return false;
        }
    }

    private boolean setOptions(StringTokenizer words) {
        while (words.hasMoreTokens()) {
            String option = words.nextToken().toLowerCase(Locale.ROOT);
            int colon = option.indexOf(':');
            String name = colon < 0 ? option : option.substring(0, colon);
            String value = option.substring(colon + 1);
            switch (name) {
                case "ndots" -> ndots = number(value, 0, StubConfig.MOST_NDOTS, ndots);
                case "timeout" -> timeout = number(value, 1, (int) StubConfig.LONGEST_TIMEOUT.toSeconds(), timeout);
                case "attempts" -> attempts = number(value, 1, StubConfig.MOST_ATTEMPTS, attempts);
                case "rotate" -> rotate = true;
                // EDNS is always on, and the others are workarounds for libraries.
                default -> {}
            }
        }
        return true;
    }

    /** What was in force stays if the text is no number, or one that is too small. */
    private static int number(String text, int least, int most, int otherwise) {
        int number = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = Math.min(most, number * 10 + digit);
        }
        return number < least ? otherwise : number;
    }
}
