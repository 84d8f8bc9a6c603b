package dev.jackfield.http.internal.auth;

import dev.jackfield.connector.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers by Digest (RFC 7616 section 3.4) to one challenge, as often as its nonce is good for.
 *
 * <p>The cnonce stays the same, as the -sess algorithms want it; what makes each answer another one is the count.
 *
 * <p><i>Thread-safe.</i>
 */
final class DigestSession {
    private final DigestChallenge challenge;
    private final Octets user;
    private final Octets password;
    private final String cnonce;
    private final AtomicInteger count = new AtomicInteger();

    DigestSession(DigestChallenge challenge, Credentials credentials, String cnonce) {
        this.challenge = challenge;
        this.user = Octets.of(credentials.user());
        this.password = Octets.of(credentials.password());
        this.cnonce = cnonce;
    }

    /** The value of an Authorization or Proxy-Authorization field, with a count of its own. */
    String answer(String method, String uri) {
        DigestAlgorithm hash = challenge.algorithm();
        Challenge said = challenge.said();
        String nonce = challenge.nonce();
        String nc = String.format("%08x", count.incrementAndGet());
        String secret = hash.of(user.text(), challenge.realm(), password.text());
        if (challenge.session()) {
            secret = hash.of(secret, nonce, cnonce);
        }
        StringJoiner answer = new StringJoiner(", ", "Digest ", "");
        answer.add(userParameter());
        answer.add("realm=" + quoted(challenge.realm()));
        answer.add("uri=" + quoted(uri));
        said.parameter("algorithm").ifPresent(token -> answer.add("algorithm=" + token));
        answer.add("nonce=" + quoted(nonce));
        answer.add("nc=" + nc);
        answer.add("cnonce=" + quoted(cnonce));
        answer.add("qop=auth");
        answer.add("response=" + quoted(hash.of(secret, nonce, nc, cnonce, "auth", hash.of(method, uri))));
        said.parameter("opaque").ifPresent(opaque -> answer.add("opaque=" + quoted(opaque)));
        if (said.isTrue("userhash")) {
            answer.add("userhash=true");
        }
        return answer.toString();
    }

    /** RFC 7616 sections 3.4.4 and 4. Who does not know charset does not know {@code username*}, and gets the octets. */
    private String userParameter() {
        if (challenge.said().isTrue("userhash")) {
            return "username=" + quoted(challenge.algorithm().of(user.text(), challenge.realm()));
        }
        boolean utf8 = challenge
                .said()
                .parameter("charset")
                .filter(StandardCharsets.UTF_8.name()::equalsIgnoreCase)
                .isPresent();
        return utf8 && !user.ascii() ? "username*=UTF-8''" + user.percentEncoded() : "username=" + quoted(user.text());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
