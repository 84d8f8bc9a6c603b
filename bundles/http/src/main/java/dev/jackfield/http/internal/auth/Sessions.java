package dev.jackfield.http.internal.auth;

import dev.jackfield.connector.Link;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What proxies asked last by Digest, so that the next connection to one answers in advance.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Sessions {
    /** How many proxies, or users at one, are remembered. */
    public static final int MOST = 64;

    private final Map<Link, DigestSession> known = new ConcurrentHashMap<>();

    Optional<DigestSession> of(Link proxy) {
        return Optional.ofNullable(known.get(proxy));
    }

    void remember(Link proxy, DigestSession session) {
        known.put(proxy, session);
        // Whoever has to go asks for a challenge again, so it does not matter who it is.
        Iterator<Link> others = known.keySet().iterator();
        while (known.size() > MOST && others.hasNext()) {
            if (!others.next().equals(proxy)) {
                others.remove();
            }
        }
    }

    void forget(Link proxy) {
        known.remove(proxy);
    }

    int size() {
        return known.size();
    }
}
