package dev.jackfield.http.internal.auth;

import dev.jackfield.connector.Link;
import dev.jackfield.http.Headers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who we are at a proxy that is told with every request: by Basic at once, and by Digest once it has asked for that.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Login {
    /** How many challenges are answered for one request: the first, and another one where the nonce got too old. */
    public static final int MOST_ANSWERS = 2;

    private final Link proxy;
    private final String basic;
    private final Sessions sessions;
    private final Supplier<String> cnonces;

    /**
     * At one proxy.
     *
     * @param proxy which one, and whom to be there
     * @param sessions of all requests
     * @param cnonces makes a new one each time
     */
    public Login(Link proxy, Sessions sessions, Supplier<String> cnonces) {
        this.proxy = proxy;
        this.basic = Basic.of(proxy.credentials());
        this.sessions = sessions;
        this.cnonces = cnonces;
    }

    /** The value of Proxy-Authorization for a request. */
    public String of(String method, String uri) {
        return sessions.of(proxy).map(known -> known.answer(method, uri)).orElse(basic);
    }

    /**
     * Takes the fields of a 407.
     *
     * @param before how many were answered for the same request
     * @return whether {@link #of} has another answer now
     */
    public boolean challenged(Headers headers, int before) {
        Optional<DigestChallenge> asked = DigestChallenge.strongest(Challenge.all(headers, "Proxy-Authenticate"));
        boolean fresh = before == 0
                || before < MOST_ANSWERS && asked.filter(DigestChallenge::stale).isPresent();
        if (asked.isEmpty() || !fresh) {
            sessions.forget(proxy);
            return false;
        }
        sessions.remember(proxy, new DigestSession(asked.get(), proxy.credentials(), cnonces.get()));
        return true;
    }
}
