package dev.jackfield.resolver.internal.order;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * In which order the addresses of a host are tried (RFC 6724 section 6). Rules 3, 4 and 7 are missing: nobody tells Java
 * which addresses are deprecated, at home or tunnelled.
 */
public final class DestinationOrder {

    /** More addresses of a host than this are not sorted but come last, as they came, because each costs three system calls. */
    public static final int MOST_SORTED = 64;

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingLong(Candidate::merit).reversed();

    /** IPv6 interfaces have networks of this size (RFC 4291 section 2.5.1), whatever their owner's prefix. */
    private static final int IPV6_PREFIX = 64;

    private final Sources sources;

    private record Candidate(IpAddress address, long merit) {}

    public DestinationOrder(Sources sources) {
        this.sources = sources;
    }

    /** The same addresses; of equals, the one that came first is first. */
    public List<IpAddress> sort(List<IpAddress> destinations) {
        int sorted = Math.min(destinations.size(), MOST_SORTED);
        if (sorted < 2) {
            return destinations;
        }
        List<Candidate> candidates = new ArrayList<>(sorted);
        for (IpAddress destination : destinations.subList(0, sorted)) {
            candidates.add(new Candidate(destination, merit(destination, sources.of(destination))));
        }
        candidates.sort(BEST_FIRST);
        List<IpAddress> result = new ArrayList<>(destinations.size());
        for (Candidate candidate : candidates) {
            result.add(candidate.address());
        }
        result.addAll(destinations.subList(sorted, destinations.size()));
        return result;
    }

    /** The rules in their order, the first one in the highest bits. */
    private static long merit(IpAddress destination, Optional<Source> source) {
        Policy policy = Policy.of(destination);
        int scope = Policy.scope(destination);
        long merit = 0;
        if (source.isPresent()) {
            IpAddress from = source.get().address();
            merit |= 1L << 34;
            merit |= Policy.scope(from) == scope ? 1L << 33 : 0;
            merit |= Policy.of(from).label == policy.label ? 1L << 32 : 0;
            merit |= commonPrefix(destination, source.get());
        }
        return merit | (long) policy.precedence << 16 | (0xF - scope) << 8;
    }

    /** IPv4 destinations of other networks are all alike, so that a name server that turns them round still does so. */
    private static int commonPrefix(IpAddress destination, Source source) {
        if (destination instanceof Ipv4 to && source.address() instanceof Ipv4 from) {
            int common = Integer.numberOfLeadingZeros(to.bits() ^ from.bits());
            return common < source.prefix() ? 0 : common;
        } else if (destination instanceof Ipv6 to && source.address() instanceof Ipv6 from) {
            return Math.min(IPV6_PREFIX, Long.numberOfLeadingZeros(to.high() ^ from.high()));
        }
        return 0;
    }
}
