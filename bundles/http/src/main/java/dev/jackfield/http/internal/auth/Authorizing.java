package dev.jackfield.http.internal.auth;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to tell a proxy about who we are, on one connection. Digest goes before Basic wherever there is a challenge by it,
 * the strongest hash first (RFC 7616 section 3.7). Without one, Basic is sent at once if that is allowed: many proxies
 * close the connection after a 407, so that who waits for it would never get through.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Authorizing {
    /** How many challenges are answered on one connection: the first, and another one where the nonce got too old. */
    public static final int MOST_ANSWERS = 2;

    private static final String METHOD = "CONNECT";

    private final Link proxy;
    private final Credentials credentials;
    private final boolean basicAllowed;
    private final Sessions sessions;
    private final Supplier<String> cnonces;
    private Optional<DigestSession> session;
    private int answered;
    private boolean basicSent;

    /**
     * For one connection.
     *
     * @param proxy which one, and whom to be there
     * @param basicAllowed whether the password may be sent as it is
     * @param sessions of all connections
     * @param cnonces makes a new one each time
     */
    public Authorizing(Link proxy, boolean basicAllowed, Sessions sessions, Supplier<String> cnonces) {
        this.proxy = proxy;
        this.credentials = proxy.credentials();
        this.basicAllowed = basicAllowed;
        this.sessions = sessions;
        this.cnonces = cnonces;
        this.session = sessions.of(proxy);
    }

    /** The value of Proxy-Authorization for the next request, if there is to be one. */
    public Optional<String> next(String uri) {
        if (session.isPresent()) {
            return session.map(known -> known.answer(METHOD, uri));
        }
        if (!credentials.present() || !basicAllowed) {
            return Optional.empty();
        }
        basicSent = true;
        return Optional.of(Basic.of(credentials));
    }

    /**
     * Takes the fields of a 407.
     *
     * @return empty if {@link #next} has an answer to it now; otherwise why not
     */
    public Optional<String> challenged(Headers headers) {
        List<Challenge> challenges = Challenge.all(headers, "Proxy-Authenticate");
        if (!credentials.present()) {
            return Optional.of("no credentials were given, and it asks for " + schemes(challenges));
        }
        Optional<DigestChallenge> digest = DigestChallenge.strongest(challenges);
        boolean basic =
                basicAllowed && challenges.stream().anyMatch(one -> one.scheme().equals("basic"));
        boolean rejected = digest.isPresent()
                ? answered > 0 && !digest.get().stale()
                : basicSent && (basic || challenges.isEmpty());
        sessions.forget(proxy);
        session = Optional.empty();
        if (rejected) {
            return Optional.of("it does not accept the credentials of " + shownUser());
        }
        if (answered == MOST_ANSWERS) {
            return Optional.of("it has had " + MOST_ANSWERS + " answers to its challenges");
        }
        if (digest.isEmpty() && !basic) {
            return Optional.of("Expected a challenge by Digest with a hash that is known, qop \"auth\""
                    + (basicAllowed ? ", or Basic" : ", as Basic is not allowed here") + ", got "
                    + schemes(challenges));
        }
        answered++;
        session = digest.map(challenge -> new DigestSession(challenge, credentials, cnonces.get()));
        session.ifPresent(made -> sessions.remember(proxy, made));
        return Optional.empty();
    }

    private String shownUser() {
        return credentials.user().isEmpty() ? "a user without a name" : "user \"" + credentials.user() + "\"";
    }

    private static String schemes(List<Challenge> challenges) {
        return challenges.isEmpty()
                ? "none that can be read"
                : challenges.stream().map(Authorizing::shown).limit(8).collect(Collectors.joining(", "));
    }

    private static String shown(Challenge challenge) {
        String details = Stream.concat(
                        challenge.parameter("algorithm").stream().map(Authorizing::printable),
                        DigestChallenge.lacking(challenge).stream().map(Authorizing::printable))
                .collect(Collectors.joining(", "));
        String scheme = printable(challenge.scheme());
        return details.isEmpty() ? scheme : scheme + " (" + details + ")";
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(32, text.length())).replaceAll("[^ -~]", ".");
    }
}
