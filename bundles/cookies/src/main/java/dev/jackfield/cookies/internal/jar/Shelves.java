package dev.jackfield.cookies.internal.jar;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Cookies by their domains. A shelf is a list that never changes and is replaced as a whole, so that readers need no lock;
 * writers have one, and do nothing under it but to replace shelves.
 */
public final class Shelves {
    private final Map<String, List<Kept>> shelves = new ConcurrentHashMap<>();
    private final Lock writing = new ReentrantLock();
    private final Eviction eviction;
    private long made;

    public Shelves(int maxPerDomain, int maxCookies) {
        this.eviction = new Eviction(maxPerDomain, maxCookies);
    }

    public boolean isEmpty() {
        return shelves.isEmpty();
    }

    public int size() {
        return shelves.values().stream().mapToInt(List::size).sum();
    }

    /** The cookies for a request, which are used by that (RFC 6265bis section 5.8.3). */
    public List<Cookie> matching(CookieContext to, Instant now) {
        List<Kept> found = new ArrayList<>();
        String host = to.host();
        collect(host, to, now, found);
        if (!Matching.isAddress(host)) {
            for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
                collect(host.substring(dot + 1), to, now, found);
            }
        }
        found.sort(Kept.SENDING);
        List<Cookie> cookies = new ArrayList<>(found.size());
        for (Kept kept : found) {
            kept.use(now);
            cookies.add(kept.cookie);
        }
        return Collections.unmodifiableList(cookies);
    }

    private void collect(String domain, CookieContext to, Instant now, List<Kept> found) {
        for (Kept kept : shelf(domain)) {
            Cookie cookie = kept.cookie;
            if ((!cookie.hostOnly() || domain.equals(to.host()))
                    && (to.secure() || !cookie.secure())
                    && Matching.path(to.path(), cookie.path())
                    && !kept.isExpired(now)) {
                found.add(kept);
            }
        }
    }

    private List<Kept> shelf(String domain) {
        return shelves.getOrDefault(domain, List.of());
    }

    public List<Cookie> all(Instant now) {
        return shelves.values().stream()
                .flatMap(List::stream)
                .filter(kept -> !kept.isExpired(now))
                .sorted(Kept.MAKING)
                .map(Kept::asOfNow)
                .toList();
    }

    /** Puts in what a server sent, unless it came in the clear and would overlay what came encrypted. */
    public void receive(Cookie cookie, boolean secure, Instant now) {
        writing.lock();
        try {
            if (secure || !overlays(cookie)) {
                place(cookie, now);
            }
        } finally {
            writing.unlock();
        }
    }

    public void put(Cookie cookie, Instant now) {
        writing.lock();
        try {
            place(cookie, now);
        } finally {
            writing.unlock();
        }
    }

    /** RFC 6265bis section 5.7 step 16: secure cookies are left alone. */
    private boolean overlays(Cookie cookie) {
        for (Map.Entry<String, List<Kept>> shelf : shelves.entrySet()) {
            boolean near = Matching.domain(shelf.getKey(), cookie.domain())
                    || Matching.domain(cookie.domain(), shelf.getKey());
            if (near && shelf.getValue().stream().anyMatch(kept -> isOverlaid(kept.cookie, cookie))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverlaid(Cookie kept, Cookie cookie) {
        return kept.secure() && kept.name().equals(cookie.name()) && Matching.path(cookie.path(), kept.path());
    }

    /** RFC 6265bis section 5.7 steps 22 and 23, and what follows. */
    private void place(Cookie cookie, Instant now) {
        List<Kept> shelf = new ArrayList<>(shelf(cookie.domain()));
        Optional<Kept> old = shelf.stream().filter(kept -> kept.isSame(cookie)).findFirst();
        old.ifPresent(shelf::remove);
        if (!Kept.isExpired(cookie, now)) {
            shelf.add(old.filter(kept -> !kept.isExpired(now))
                    .map(kept -> new Kept(Kept.with(cookie, kept.cookie.created(), cookie.used()), kept.number))
                    .orElseGet(() -> new Kept(cookie, made++)));
            eviction.fromDomain(shelf, now);
        }
        replace(cookie.domain(), shelf);
        if (size() > eviction.maxCookies()) {
            removeIf(kept -> kept.isExpired(now));
            eviction.leastUsed(shelves.values(), size()).forEach(kept -> removeIf(kept::equals));
        }
    }

    private void replace(String domain, List<Kept> shelf) {
        if (shelf.isEmpty()) {
            shelves.remove(domain);
        } else {
            shelves.put(domain, List.copyOf(shelf));
        }
    }

    public void expire(boolean sessionEnd, Instant now) {
        removing(kept ->
                kept.isExpired(now) || sessionEnd && kept.cookie.expires().isEmpty());
    }

    public void remove(Cookie cookie) {
        removing(kept -> kept.isSame(cookie));
    }

    public void clear(String domain) {
        removing(kept -> Matching.domain(kept.cookie.domain(), domain));
    }

    public void clear() {
        removing(kept -> true);
    }

    private void removing(Predicate<Kept> which) {
        writing.lock();
        try {
            removeIf(which);
        } finally {
            writing.unlock();
        }
    }

    private void removeIf(Predicate<Kept> which) {
        for (Map.Entry<String, List<Kept>> entry : shelves.entrySet()) {
            if (entry.getValue().stream().anyMatch(which)) {
                replace(
                        entry.getKey(),
                        entry.getValue().stream().filter(which.negate()).toList());
            }
        }
    }
}
