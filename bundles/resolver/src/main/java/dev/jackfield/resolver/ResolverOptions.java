package dev.jackfield.resolver;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.internal.OptionTexts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the resolver of this bundle looks names up. <i>Immutable.</i>
 *
 * @param hosts path of the hosts file; empty for the platform's
 * @param servers name servers to ask instead of those of resolv.conf, each a literal address with a port, at most {@link
 *     #MOST_SERVERS}; empty for those of resolv.conf
 * @param resolvConf path of resolv.conf; empty for {@code /etc/resolv.conf}
 * @param services path of the table of services; empty for {@code /etc/services}
 * @param order who is asked first
 * @param cacheEntries how many answers are remembered at most, 0 for none, at most 1,000,000. There is one for each
 *     name and type of record (A, AAAA, SRV), and it has 128 records at most: others are neither used nor remembered
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

    /** System property with the path of the hosts file. */
    public static final String HOSTS = "jackfield.hosts";

    /** System property with name servers: literal addresses, each with its port unless that is 53, commas between. */
    public static final String DNS = "jackfield.dns";

    /** System property with the path of resolv.conf. */
    public static final String RESOLV_CONF = "jackfield.resolv.conf";

    /** System property with the path of the table of services. */
    public static final String SERVICES = "jackfield.services";

    /** System property with the order: {@code hosts-first}, {@code dns-first} or {@code system}. */
    public static final String RESOLVER = "jackfield.resolver";

    /** How many name servers there may be. */
    public static final int MOST_SERVERS = 32;

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
     * @throws IllegalArgumentException if a number is out of range, a server is no literal address with a port, or a
     *     path is none on this platform
     */
    public ResolverOptions {
        Objects.requireNonNull(hosts, "hosts");
        Objects.requireNonNull(resolvConf, "resolvConf");
        Objects.requireNonNull(services, "services");
        Objects.requireNonNull(order, "order");
        servers = List.copyOf(servers);
        servers.forEach(ResolverOptions::checkServer);
        if (servers.size() > MOST_SERVERS) {
            throw new IllegalArgumentException(
                    "Expected at most " + MOST_SERVERS + " name servers, got " + servers.size());
        }
        for (String path : List.of(hosts, resolvConf, services)) {
            Path.of(path);
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

    /**
     * The defaults, but for what the system properties say that are named here. Empty ones count as missing.
     *
     * @return new options
     * @throws IllegalArgumentException if a property makes no sense; says which
     */
    public static ResolverOptions ofSystemProperties() {
        return OptionTexts.read(System::getProperty, DEFAULTS);
    }

    private static void checkServer(HostPort server) {
        if (server.literal().isEmpty() || server.port() == 0) {
            throw new IllegalArgumentException(
                    "Expected name servers by address and port, such as 192.0.2.53:53, got " + server);
        }
    }

    /**
     * With another hosts file.
     *
     * @param value path; empty for the platform's
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withHosts(String value) {
        return new ResolverOptions(
                value,
                servers,
                resolvConf,
                services,
                order,
                cacheEntries,
                longestTtl,
                longestNegativeTtl,
                resolutionDelay);
    }

    /**
     * With other name servers.
     *
     * @param value literal addresses with ports; empty for those of resolv.conf
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withServers(List<HostPort> value) {
        return new ResolverOptions(
                hosts,
                value,
                resolvConf,
                services,
                order,
                cacheEntries,
                longestTtl,
                longestNegativeTtl,
                resolutionDelay);
    }

    /**
     * With another resolv.conf.
     *
     * @param value path; empty for {@code /etc/resolv.conf}
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withResolvConf(String value) {
        return new ResolverOptions(
                hosts, servers, value, services, order, cacheEntries, longestTtl, longestNegativeTtl, resolutionDelay);
    }

    /**
     * With another table of services.
     *
     * @param value path; empty for {@code /etc/services}
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withServices(String value) {
        return new ResolverOptions(
                hosts,
                servers,
                resolvConf,
                value,
                order,
                cacheEntries,
                longestTtl,
                longestNegativeTtl,
                resolutionDelay);
    }

    /**
     * With another order.
     *
     * @param value who is asked first
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withOrder(Order value) {
        return new ResolverOptions(
                hosts,
                servers,
                resolvConf,
                services,
                value,
                cacheEntries,
                longestTtl,
                longestNegativeTtl,
                resolutionDelay);
    }

    /**
     * With a cache of another size.
     *
     * @param value names, 0 to {@value #MOST_CACHE_ENTRIES}
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withCacheEntries(int value) {
        return new ResolverOptions(
                hosts, servers, resolvConf, services, order, value, longestTtl, longestNegativeTtl, resolutionDelay);
    }

    /**
     * With another limit for answers.
     *
     * @param value zero or more
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withLongestTtl(Duration value) {
        return new ResolverOptions(
                hosts, servers, resolvConf, services, order, cacheEntries, value, longestNegativeTtl, resolutionDelay);
    }

    /**
     * With another limit for names that are not there.
     *
     * @param value zero or more
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withLongestNegativeTtl(Duration value) {
        return new ResolverOptions(
                hosts, servers, resolvConf, services, order, cacheEntries, longestTtl, value, resolutionDelay);
    }

    /**
     * With more or less patience for AAAA.
     *
     * @param value zero or more
     * @return new options
     * @throws IllegalArgumentException if it is out of range
     */
    public ResolverOptions withResolutionDelay(Duration value) {
        return new ResolverOptions(
                hosts, servers, resolvConf, services, order, cacheEntries, longestTtl, longestNegativeTtl, value);
    }
}
