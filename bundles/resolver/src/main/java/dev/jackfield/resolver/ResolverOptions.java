package dev.jackfield.resolver;

import dev.jackfield.address.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the resolver of this bundle looks names up. <i>Immutable.</i>
 *
 * @param hosts path of the hosts file; empty for the platform's
 * @param servers name servers to ask instead of those of resolv.conf, each a literal address with a port; empty for
 *     those of resolv.conf
 * @param resolvConf path of resolv.conf; empty for {@code /etc/resolv.conf}
 * @param services path of the table of services; empty for {@code /etc/services}
 * @param order who is asked first
 * @param cacheEntries how many names are remembered at most, 0 for none, at most 1,000,000
 * @param longestTtl for how long an answer is remembered at most, whatever it says; not negative
 * @param longestNegativeTtl for how long it is remembered at most that there is no answer; not negative
 * @param resolutionDelay for how long an A answer waits for the AAAA answer before it is published alone (RFC 8305
 *     section 3: 50 ms); not negative
 */
public record ResolverOptions(
        String hosts,
        List<HostPort> servers,
        String resolvConf,
        String services,
        Order order,
        int cacheEntries,
        Duration longestTtl,
        Duration longestNegativeTtl,
        Duration resolutionDelay) {

    /** Who is asked. */
    public enum Order {
        /** The hosts file, then name servers; the JVM's resolver where no name server is known. */
        HOSTS_FIRST,
        /** Name servers, then the hosts file for what they do not have; as above without name servers. */
        DNS_FIRST,
        /** The hosts file, then the JVM's resolver: for sites where only the operating system knows the names. */
        SYSTEM
    }

    /** The greatest value of {@link #cacheEntries}. */
    public static final int MOST_CACHE_ENTRIES = 1_000_000;

    private static final ResolverOptions DEFAULTS = new ResolverOptions(
            "",
            List.of(),
            "",
            "",
            Order.HOSTS_FIRST,
            1000,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofMillis(50));

    /**
     * Checks all.
     *
     * @throws IllegalArgumentException if a number is out of range, or a server is no literal address with a port
     */
    public ResolverOptions {
        Objects.requireNonNull(hosts, "hosts");
        Objects.requireNonNull(resolvConf, "resolvConf");
        Objects.requireNonNull(services, "services");
        Objects.requireNonNull(order, "order");
        servers = List.copyOf(servers);
        for (HostPort server : servers) {
            if (server.literal().isEmpty() || server.port() == 0) {
                throw new IllegalArgumentException(
                        "Expected name servers by address and port, such as 192.0.2.53:53, got " + server);
            }
        }
        if (cacheEntries < 0 || cacheEntries > MOST_CACHE_ENTRIES) {
            throw new IllegalArgumentException(
                    "Expected 0 to " + MOST_CACHE_ENTRIES + " names to remember, got " + cacheEntries);
        }
        for (Duration time : List.of(longestTtl, longestNegativeTtl, resolutionDelay)) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("Expected times of zero or more, got " + time);
            }
        }
    }

    /**
     * The defaults: the platform's files, hosts file first, 1000 names for at most 10 minutes, 30 seconds for names that
     * are not there, 50 ms of patience for AAAA.
     *
     * @return the same every time
     */
    public static ResolverOptions defaults() {
        return DEFAULTS;
    }
}
