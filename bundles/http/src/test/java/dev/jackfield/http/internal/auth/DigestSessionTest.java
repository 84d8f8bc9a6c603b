package dev.jackfield.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Credentials;
import org.junit.jupiter.api.Test;

/** Answers by Digest, above all the examples of RFC 7616. */
class DigestSessionTest {
    private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");
    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final String EXAMPLE =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s," + " nonce=\"" + NONCE
                    + "\", opaque=\"" + OPAQUE + "\"";

    @Test
    void theExampleOfSection391() {
        assertThat(answer(EXAMPLE.formatted("MD5"), MUFASA, "/dir/index.html")).isEqualTo("""
                Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=MD5, \
                nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, \
                cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, \
                response="8ca523f5e9506fed4657c9700eebdbec", \
                opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"""");
        assertThat(answer(EXAMPLE.formatted("SHA-256"), MUFASA, "/dir/index.html"))
                .contains("algorithm=SHA-256")
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    /** The hashes are those of the RFC's erratum 4897: the example was made with a cut SHA-512. */
    @Test
    void theExampleOfSection392() {
        Credentials user = new Credentials("J\u00e4s\u00f8n Doe", "Secret, or not?");
        String challenge = "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
                + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, userhash=true";
        DigestSession session = session(challenge, user, "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v");
        assertThat(session.answer("GET", "/doe.json")).isEqualTo("""
                Digest username="793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b", \
                realm="api@example.org", uri="/doe.json", algorithm=SHA-512-256, \
                nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", nc=00000001, \
                cnonce="NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v", qop=auth, \
                response="3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5", \
                opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", userhash=true""");
    }

    @Test
    void eachAnswerHasTheNextCount() {
        DigestSession session = session(EXAMPLE.formatted("MD5"), MUFASA, CNONCE);
        String first = session.answer("CONNECT", "a.test:1");
        String second = session.answer("CONNECT", "a.test:1");
        assertThat(first).contains("nc=00000001,");
        assertThat(second).contains("nc=00000002,");
        assertThat(response(second)).isNotEqualTo(response(first));
    }

    /** Computed by hand: H(H(H(user:realm:password):nonce:cnonce):nonce:nc:cnonce:auth:H(method:uri)). */
    @Test
    void sessionsPutTheNoncesIntoTheSecret() {
        for (DigestAlgorithm hash : DigestAlgorithm.values()) {
            String token = hash.name().replace('_', '-') + "-sess";
            String secret = hash.of(hash.of("Mufasa", "http-auth@example.org", "Circle of Life"), NONCE, CNONCE);
            String expected = hash.of(secret, NONCE, "00000001", CNONCE, "auth", hash.of("GET", "/"));
            assertThat(answer(EXAMPLE.formatted(token), MUFASA, "/"))
                    .contains("algorithm=" + token + ",")
                    .contains("response=\"" + expected + "\"");
        }
    }

    @Test
    void namesBeyondAsciiAreExtendedParametersWhereTheCharsetIsKnown() {
        Credentials user = new Credentials("J\u00e4s\u00f8n D\"oe", "x");
        String known = "Digest realm=r, nonce=n, qop=auth, charset=utf-8";
        assertThat(answer(known, user, "/")).startsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20D%22oe, ");
        String unknown = "Digest realm=r, nonce=n, qop=auth";
        assertThat(answer(unknown, user, "/")).startsWith("Digest username=\"J\u00c3\u00a4s\u00c3\u00b8n D\\\"oe\", ");
        assertThat(answer(known, MUFASA, "/")).startsWith("Digest username=\"Mufasa\", ");
    }

    @Test
    void aDecomposedNameIsComposed() {
        String challenge = "Digest realm=r, nonce=n, qop=auth, charset=UTF-8";
        assertThat(answer(challenge, new Credentials("a\u0308", "o\u0308"), "/"))
                .isEqualTo(answer(challenge, new Credentials("\u00e4", "\u00f6"), "/"));
    }

    @Test
    void saysBackWhatWasSaidAndNoMore() {
        String answer = answer("Digest realm=\"a \\\"b\\\\\", nonce=\"n\", qop=\"auth\"", MUFASA, "/");
        assertThat(answer)
                .contains("realm=\"a \\\"b\\\\\"")
                .doesNotContain("algorithm")
                .doesNotContain("opaque");
    }

    private static String answer(String challenge, Credentials credentials, String uri) {
        return session(challenge, credentials, CNONCE).answer("GET", uri);
    }

    private static DigestSession session(String challenge, Credentials credentials, String cnonce) {
        Challenge said = ChallengeParser.parse(challenge).get(0);
        return new DigestSession(DigestChallenge.of(said).orElseThrow(), credentials, cnonce);
    }

    private static String response(String answer) {
        return answer.replaceAll(".*response=\"([0-9a-f]+)\".*", "$1");
    }
}
