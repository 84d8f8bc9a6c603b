package dev.jackfield.http.internal.auth;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A challenge by Digest (RFC 7616 section 3.3) that we can answer. <i>Immutable.</i>
 *
 * @param said word by word; texts have one character for each octet
 * @param algorithm what to hash with
 * @param session whether nonce and cnonce go into the secret
 */
record DigestChallenge(Challenge said, DigestAlgorithm algorithm, boolean session) {
    private static final String SESSION = "-sess";

    /** The one with the strongest hash (RFC 7616 section 3.7). */
    static Optional<DigestChallenge> strongest(List<Challenge> challenges) {
        return challenges.stream()
                .flatMap(challenge -> of(challenge).stream())
                .min(Comparator.comparing(DigestChallenge::algorithm));
    }

    /** Empty if it is no Digest, or one for which we lack something: its algorithm, or protection "auth". */
    static Optional<DigestChallenge> of(Challenge said) {
        if (!said.scheme().equals("digest")
                || said.parameter("realm").isEmpty()
                || said.parameter("nonce").isEmpty()
                || !offersAuth(said)) {
            return Optional.empty();
        }
        String token = said.parameter("algorithm").orElse("MD5");
        boolean session = token.toLowerCase(Locale.ROOT).endsWith(SESSION);
        String hash = session ? token.substring(0, token.length() - SESSION.length()) : token;
        return DigestAlgorithm.named(hash).map(algorithm -> new DigestChallenge(said, algorithm, session));
    }

    /** What a challenge by Digest says of protection, unless that is "auth"; one without is of RFC 2069, where there was none. */
    static Optional<String> lacking(Challenge said) {
        return said.scheme().equals("digest") && !offersAuth(said)
                ? Optional.of(said.parameter("qop").map(qop -> "qop " + qop).orElse("no qop, as in RFC 2069"))
                : Optional.empty();
    }

    String realm() {
        return said.parameter("realm").orElseThrow();
    }

    String nonce() {
        return said.parameter("nonce").orElseThrow();
    }

    /** Whether only the nonce was too old. */
    boolean stale() {
        return said.isTrue("stale");
    }

    private static boolean offersAuth(Challenge said) {
        return said.parameter("qop").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase("auth"));
    }
}
