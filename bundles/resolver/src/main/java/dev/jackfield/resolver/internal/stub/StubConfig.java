package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.DnsName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the stub asks. <i>Immutable.</i>
 *
 * <p>The limits of {@code ndots}, {@code timeout} and {@code attempts} are those of glibc, which cuts what is above them;
 * here that is left to whoever reads resolv.conf, and {@link #FILE_SERVERS} as well. Search lists have had no limit
 * since glibc 2.26; here it is {@link #MOST_SEARCH}.
 *
 * @param servers whom to ask, in this order; resolved; at most {@link #MOST_SERVERS}
 * @param search what to put behind names that are not complete, in this order; each a domain name without escapes;
 *     empty ones and repetitions do nothing; at most {@link #MOST_SEARCH}
 * @param ndots how many dots a name needs to be tried as it is first, 0 to {@link #MOST_NDOTS}
 * @param timeout how long one server may take for one try, above zero, at most {@link #LONGEST_TIMEOUT}
 * @param attempts how often all servers are asked, 1 to {@link #MOST_ATTEMPTS}
 * @param rotate whether each question begins with another server
 * @param edns whether to offer EDNS (RFC 6891)
 */
public record StubConfig(
        List<InetSocketAddress> servers,
        List<String> search,
        int ndots,
        Duration timeout,
        int attempts,
        boolean rotate,
        boolean edns) {

    /** How many servers of a resolv.conf glibc looks at. */
    public static final int FILE_SERVERS = 3;

    /** How many servers there may be if they are given otherwise. */
    public static final int MOST_SERVERS = 32;

    /** How many names a search list may have. */
    public static final int MOST_SEARCH = 64;

    /** The greatest value of {@link #ndots}. */
    public static final int MOST_NDOTS = 15;

    /** The greatest value of {@link #timeout}. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /** The greatest value of {@link #attempts}. */
    public static final int MOST_ATTEMPTS = 5;

    /** The server's port unless said otherwise. */
    public static final int PORT = 53;

    /**
     * Checks all.
     *
     * @throws IllegalArgumentException if something is out of range, a server is not resolved, or a suffix is no name
     */
    public StubConfig {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
        Objects.requireNonNull(timeout, "timeout");
        within("number of servers", servers.size(), 0, MOST_SERVERS);
        within("length of the search list", search.size(), 0, MOST_SEARCH);
        within("ndots", ndots, 0, MOST_NDOTS);
        within("number of attempts", attempts, 1, MOST_ATTEMPTS);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "Expected a timeout above zero and of at most " + LONGEST_TIMEOUT + ", got " + timeout);
        }
        for (InetSocketAddress server : servers) {
            if (server.isUnresolved() || server.getPort() == 0) {
                throw new IllegalArgumentException("Expected name servers by address and port, got " + server);
            }
        }
        search.forEach(DnsName::of);
    }

    /**
     * The defaults of resolv.conf, and EDNS: no search list, 1 dot, 5 seconds, 2 attempts, servers in order.
     *
     * @param servers whom to ask
     * @return the configuration
     */
    public static StubConfig defaults(List<InetSocketAddress> servers) {
        return new StubConfig(servers, List.of(), 1, Duration.ofSeconds(5), 2, false, true);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected a " + what + " from " + least + " to " + most + ", got " + value);
        }
    }
}
