package dev.jackfield.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.http.Headers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credentials are sent, and when there is no use in sending any. */
class AuthorizingTest {
    private static final String URI = "origin.test:443";
    private static final Link JOE = Link.parse("connect(joe:secret@proxy.test:8080)");
    private static final Link NOBODY = Link.parse("connect(proxy.test:8080)");
    private static final String BASIC = "Basic realm=\"x\"";

    private final Sessions sessions = new Sessions();

    @Test
    void basicIsSentAtOnce() {
        // RFC 7617 sections 2 and 2.1.
        assertThat(fresh(Link.parse("connect(Aladdin:open%20sesame@p:1)"), true).next(URI))
                .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(fresh(Link.parse("connect(test:123%C2%A3@p:1)"), true).next(URI))
                .contains("Basic dGVzdDoxMjPCow==");
        assertThat(fresh(NOBODY, true).next(URI)).isEmpty();
    }

    @Test
    void withoutCredentialsAChallengeIsTheEnd() {
        assertThat(begun(NOBODY, true).challenged(asked(BASIC, digest("MD5", "n"))))
                .contains("no credentials were given, and it asks for basic, digest (MD5)");
    }

    @Test
    void basicThatIsRefusedIsNotRepeated() {
        assertThat(begun(JOE, true).challenged(asked(BASIC))).contains(rejection());
        assertThat(begun(JOE, true).challenged(Headers.empty())).contains(rejection());
    }

    @Test
    void digestGoesBeforeBasicAndTheStrongestHashFirst() {
        Authorizing joe = begun(JOE, true);
        assertThat(joe.challenged(asked(BASIC, digest("MD5", "m"), digest("SHA-512-256", "s"), digest("SHA-256", "t"))))
                .isEmpty();
        assertThat(joe.next(URI).orElseThrow())
                .contains("algorithm=SHA-512-256")
                .contains("nonce=\"s\"");
    }

    @Test
    void aSecondChallengeIsAnsweredOnlyIfTheNonceGotTooOld() {
        Authorizing joe = begun(JOE, true);
        assertThat(joe.challenged(asked(digest("MD5", "a")))).isEmpty();
        assertThat(joe.challenged(asked(digest("MD5", "b")))).contains(rejection());

        Authorizing again = begun(JOE, true);
        assertThat(again.challenged(asked(digest("MD5", "a")))).isEmpty();
        assertThat(again.challenged(asked(digest("MD5", "b") + ", stale=TRUE"))).isEmpty();
        assertThat(again.next(URI).orElseThrow()).contains("nonce=\"b\"").contains("nc=00000001");
        assertThat(again.challenged(asked(digest("MD5", "c") + ", stale=true")))
                .contains("it has had 2 answers to its challenges");
    }

    @Test
    void theNextConnectionAnswersInAdvance() {
        Authorizing first = begun(JOE, true);
        assertThat(first.challenged(asked(digest("SHA-256", "n")))).isEmpty();
        assertThat(first.next(URI).orElseThrow()).contains("nc=00000001");

        assertThat(fresh(JOE, false).next(URI).orElseThrow())
                .contains("nonce=\"n\"")
                .contains("nc=00000002");
        Link other = Link.parse("connect(jane:secret@proxy.test:8080)");
        assertThat(fresh(other, true).next(URI).orElseThrow()).startsWith("Basic ");
    }

    @Test
    void anAnswerInAdvanceThatIsRefusedIsFollowedByAFreshOne() {
        Authorizing first = begun(JOE, true);
        first.challenged(asked(digest("MD5", "old")));
        Authorizing second = begun(JOE, true);
        assertThat(second.challenged(asked(digest("MD5", "new")))).isEmpty();
        assertThat(second.next(URI).orElseThrow()).contains("nonce=\"new\"");
        assertThat(second.challenged(asked(digest("MD5", "newer")))).contains(rejection());
        assertThat(sessions.size()).isZero();
    }

    @Test
    void aProxyMayGoBackToBasic() {
        begun(JOE, true).challenged(asked(digest("MD5", "n")));
        Authorizing joe = fresh(JOE, true);
        assertThat(joe.next(URI).orElseThrow()).startsWith("Digest ");
        assertThat(joe.challenged(asked(BASIC))).isEmpty();
        assertThat(joe.next(URI).orElseThrow()).startsWith("Basic ");
        assertThat(joe.challenged(asked(BASIC))).contains(rejection());
    }

    @Test
    void whereBasicIsNotAllowedThePasswordIsNeverSent() {
        Authorizing joe = begun(JOE, false);
        assertThat(joe.challenged(asked(BASIC)).orElseThrow())
                .contains("as Basic is not allowed here")
                .contains("got basic");
        assertThat(joe.next(URI)).isEmpty();
        assertThat(joe.challenged(asked(digest("MD5", "n")))).isEmpty();
        assertThat(joe.next(URI).orElseThrow()).startsWith("Digest ").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest realm=r, nonce=n, qop=auth, algorithm=MD4",
                "Digest realm=r, nonce=n, qop=auth-int",
                "Digest realm=r, nonce=n",
                "Digest realm=r, qop=auth",
                "Digest nonce=n, qop=auth",
                "Digest realm=r, nonce=n, qop=auth, algorithm=\"MD5, evil\"",
                "NTLM",
                "Negotiate",
            })
    void whatWeCannotAnswerIsSaid(String challenge) {
        assertThat(begun(JOE, true).challenged(asked(challenge)).orElseThrow())
                .startsWith("Expected a challenge by Digest")
                .contains("got " + challenge.split(" ")[0].toLowerCase());
    }

    @Test
    void whatADigestLacksIsSaid() {
        assertThat(begun(JOE, true).challenged(asked("Digest realm=r, nonce=n")).orElseThrow())
                .endsWith("got digest (no qop, as in RFC 2069)");
        assertThat(begun(JOE, true)
                        .challenged(asked("Digest realm=r, nonce=n, qop=auth-int, algorithm=MD5"))
                        .orElseThrow())
                .endsWith("got digest (MD5, qop auth-int)");
        assertThat(begun(JOE, true)
                        .challenged(asked("Digest realm=r, nonce=n, qop=auth, algorithm=MD4"))
                        .orElseThrow())
                .endsWith("got digest (MD4)");
    }

    @Test
    void messagesShowNoControlsAndHaveAnEnd() {
        String why = begun(NOBODY, true)
                .challenged(asked("Digest algorithm=\"\u0085" + "x".repeat(9000) + "\""))
                .orElseThrow();
        assertThat(why).hasSizeLessThan(200).doesNotContain("\u0085");
    }

    @Test
    void onlySoManyAreRemembered() {
        IntStream.range(0, 3 * Sessions.MOST)
                .mapToObj(i -> Link.parse("connect(u" + i + ":p@proxy.test:80)"))
                .forEach(link -> {
                    begun(link, true).challenged(asked(digest("MD5", "n")));
                    assertThat(sessions.of(link)).isPresent();
                });
        assertThat(sessions.size()).isEqualTo(Sessions.MOST);
    }

    /** On a connection of its own. */
    private Authorizing fresh(Link link, boolean basicAllowed) {
        return new Authorizing(link, basicAllowed, sessions, () -> "cnonce");
    }

    /** One whose first request has been made. */
    private Authorizing begun(Link link, boolean basicAllowed) {
        Authorizing authorizing = fresh(link, basicAllowed);
        authorizing.next(URI);
        return authorizing;
    }

    private static Headers asked(String... challenges) {
        return Headers.of(Stream.of(challenges)
                .flatMap(one -> Stream.of("Proxy-Authenticate", one))
                .toArray(String[]::new));
    }

    private static String digest(String algorithm, String nonce) {
        return "Digest realm=\"r\", nonce=\"" + nonce + "\", qop=\"auth\", algorithm=" + algorithm;
    }

    private static String rejection() {
        return "it does not accept the credentials of user \"joe\"";
    }
}
