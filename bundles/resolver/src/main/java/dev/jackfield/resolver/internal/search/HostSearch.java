package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.files.Tables;
import dev.jackfield.resolver.internal.names.Names;
import java.util.List;
import java.util.Locale;

/** Chooses who is asked for the addresses of a host. */
record HostSearch(Means means, Query query, Tables tables, Runnable news) {
    private static final List<IpAddress> LOOPBACK = List.of(new Ipv4(0x7F000001), new Ipv6(0, 1));

    /** This machine under all its names (RFC 6761 section 6.3), in the order of the seed. */
    static List<IpAddress> loopback() {
        return LOOPBACK;
    }

    /** Whether there is a name server to ask, and a loop on which to ask it. */
    boolean hasDns() {
        return means.order() != Order.SYSTEM
                && !tables.dns().servers().isEmpty()
                && query.loop() instanceof ChannelLoop;
    }

    /**
     * Begins.
     *
     * @param name complete if it ends with a dot
     */
    Search start(String name) {
        try {
            Names.check(name);
        } catch (ResolveFailure malformed) {
            return new KnownAddresses(List.of(), malformed.reason(), malformed.getMessage());
        }
        String normal = Names.normal(name);
        if (Names.isLocalhost(normal)) {
            return new KnownAddresses(
                    AddressFamilies.only(query.family(), LOOPBACK), "this machine has addresses of another family");
        }
        List<IpAddress> inFile =
                AddressFamilies.only(query.family(), tables.hosts().addresses(normal));
        boolean dns = hasDns();
        if (!inFile.isEmpty() && !(dns && means.order() == Order.DNS_FIRST)) {
            return new KnownAddresses(inFile, "");
        }
        if (dns) {
            DnsSearch search =
                    new DnsSearch(query.family(), inFile, means.patience(), (ChannelLoop) query.loop(), news);
            search.start(name.toLowerCase(Locale.ROOT), means.dns());
            return search;
        }
        JvmSearch search = new JvmSearch(means.jvm(), normal, query.family(), news);
        search.start(query.loop());
        return search;
    }

    /** What each step said, for people. */
    String story(Search search) {
        String file = tables.hosts().file();
        return search instanceof KnownAddresses || file.isEmpty()
                ? search.story()
                : "not in " + file + "; " + search.story();
    }
}
