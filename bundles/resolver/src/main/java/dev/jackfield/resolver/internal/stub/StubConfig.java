package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.DnsName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How the stub asks. <i>Immutable.</i>
 *
 * <p>The limits of {@code ndots} and {@code timeouts} are those of glibc, which cuts what is above them;
 * here that is left to whoever reads resolv.conf, and {@link #FILE_SERVERS} as well. Search lists have had no limit
 * since glibc 2.26; here it is {@link #MOST_SEARCH}.
 *
 * @param servers whom to ask, in this order; resolved; at most {@link #MOST_SERVERS}
 * @param search what to put behind names that are not complete, in this order; each a domain name without escapes;
 *     empty ones and repetitions do nothing; at most {@link #MOST_SEARCH}
 * @param ndots how many dots a name needs to be tried as it is first, 0 to {@link #MOST_NDOTS}
 * @param timeouts how long each server may take, in the first round of all servers and in those after it; each above zero
 *     and at most {@link #LONGEST_TIMEOUT}; at most {@link #MOST_ATTEMPTS} rounds
 * @param rotate whether each question begins with another server
 * @param edns whether to offer EDNS (RFC 6891)
 */
public record StubConfig(
        List<InetSocketAddress> servers,
        List<String> search,
        int ndots,
        List<Duration> timeouts,
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

    /** The greatest of the {@link #timeouts}. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /** The greatest number of {@link #timeouts}. */
    public static final int MOST_ATTEMPTS = 5;

    /** The seed's: soon again if the first datagram got lost, and more patience after that. */
    public static final List<Duration> TIMEOUTS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5));

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
        timeouts = List.copyOf(timeouts);
        within("number of servers", servers.size(), 0, MOST_SERVERS);
        within("length of the search list", search.size(), 0, MOST_SEARCH);
        within("ndots", ndots, 0, MOST_NDOTS);
        within("number of attempts", timeouts.size(), 1, MOST_ATTEMPTS);
        for (Duration timeout : timeouts) {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new IllegalArgumentException(
                        "Expected a timeout above zero and of at most " + LONGEST_TIMEOUT + ", got " + timeout);
            }
        }
        for (InetSocketAddress server : servers) {
            if (server.isUnresolved() || server.getPort() == 0) {
                throw new IllegalArgumentException("Expected name servers by address and port, got " + server);
            }
        }
        search.forEach(DnsName::of);
    }

    /**
     * With the same timeout in every round.
     *
     * @param timeout how long each server may take
     * @param attempts how many rounds
     */
    public StubConfig(
            List<InetSocketAddress> servers,
            List<String> search,
            int ndots,
            Duration timeout,
            int attempts,
            boolean rotate,
            boolean edns) {
        this(servers, search, ndots, Collections.nCopies(attempts, timeout), rotate, edns);
    }

    /**
     * The defaults of resolv.conf, the seed's timeouts, and EDNS: no search list, 1 dot, servers in order.
     *
     * @param servers whom to ask
     * @return the configuration
     */
    public static StubConfig defaults(List<InetSocketAddress> servers) {
        return new StubConfig(servers, List.of(), 1, TIMEOUTS, false, true);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected a " + what + " from " + least + " to " + most + ", got " + value);
        }
    }
}
