package dev.jackfield.cookies.internal.jar;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who has to go when there are too many (RFC 6265bis section 5.7, below step 23). */
record Eviction(int maxPerDomain, int maxCookies) {
    private static final Comparator<Kept> LEAST_USED =
            Comparator.comparing(Kept::used).thenComparingLong(kept -> kept.number);

    /** Of one domain: the expired, then those that are not secure, then others, the least recently used first. */
    void fromDomain(List<Kept> shelf, Instant now) {
        if (shelf.size() <= maxPerDomain) {
            return;
        }
        shelf.removeIf(kept -> kept.isExpired(now));
        Comparator<Kept> order =
                Comparator.comparing((Kept kept) -> kept.cookie.secure()).thenComparing(LEAST_USED);
        while (shelf.size() > maxPerDomain) {
            shelf.remove(shelf.stream().min(order).orElseThrow());
        }
    }

    /** Of all of that many that have not expired: those used least recently. */
    List<Kept> leastUsed(Collection<List<Kept>> shelves, int size) {
        return shelves.stream()
                .flatMap(List::stream)
                .map(kept -> new Seen(kept, kept.used()))
                .sorted(Seen.LEAST_USED)
                .limit(Math.max(0, size - maxCookies))
                .map(Seen::kept)
                .toList();
    }

    /** What is used while it is sorted must not change its place. */
    private record Seen(Kept kept, Instant used) {
        static final Comparator<Seen> LEAST_USED =
                Comparator.comparing(Seen::used).thenComparingLong(seen -> seen.kept.number);
    }
}
