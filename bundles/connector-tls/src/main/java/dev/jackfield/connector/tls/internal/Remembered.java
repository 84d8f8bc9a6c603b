package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.Affinity;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;

/**
 * The sessions of one profile to go on with, apart by who may share them: a context for each affinity, as providers know
 * their sessions again by host and port only.
 *
 * <p><i>Thread-safe.</i>
 */
final class Remembered {
    /** For how many affinities. For one more, what was used least recently is forgotten. */
    static final int MOST = 64;

    /** How many sessions of one affinity. */
    static final int MOST_SESSIONS = 1000;

    private final Map<Affinity, SSLContext> contexts = new LinkedHashMap<>(4, 0.75f, true);

    /** Makes a context that remembers nothing yet. */
    @FunctionalInterface
    interface Source {
        SSLContext fresh() throws GeneralSecurityException;
    }

    synchronized SSLContext context(Affinity affinity, Source source) throws GeneralSecurityException {
        SSLContext known = contexts.get(affinity);
        if (known != null) {
            return known;
        }
        SSLContext made = source.fresh();
        limit(made.getClientSessionContext());
        contexts.keySet().removeIf(Affinity::lost);
        if (contexts.size() == MOST) {
            contexts.remove(contexts.keySet().iterator().next());
        }
        contexts.put(affinity, made);
        return made;
    }

    synchronized int size() {
        return contexts.size();
    }

    private static void limit(SSLSessionContext sessions) {
        if (sessions != null
                && (sessions.getSessionCacheSize() == 0 || sessions.getSessionCacheSize() > MOST_SESSIONS)) {
            sessions.setSessionCacheSize(MOST_SESSIONS);
        }
    }
}
