package dev.jackfield.http.internal.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.http.internal.auth.Sessions;
import dev.jackfield.http.internal.message.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy is asked, and what is made of its answers, cut in any way. */
class TunnelTest {
    private static final String OPEN = "HTTP/1.1 200 Connection established\r\n\r\n";
    private static final String NOBODY = "connect(proxy.test:8080)";
    private static final String JOE = "connect(joe:secret@proxy.test:8080)";
    private static final String DIGEST =
            "Proxy-Authenticate: Digest realm=\"r\", nonce=\"n%d\", qop=\"auth\", algorithm=SHA-256%s\r\n";

    @Test
    void asksForTheTarget() {
        assertThat(both(NOBODY, OPEN).requests())
                .containsExactly("CONNECT origin.test:443 HTTP/1.1\r\nHost: origin.test:443\r\n\r\n");
        assertThat(both(JOE, OPEN).requests())
                .containsExactly("CONNECT origin.test:443 HTTP/1.1\r\nHost: origin.test:443\r\n"
                        + "Proxy-Authorization: Basic am9lOnNlY3JldA==\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN,
                "HTTP/1.0 200 OK\r\nProxy-Agent: x/1\r\n\r\n",
                "HTTP/1.1 200\n\n",
                "HTTP/1.1 200 \r\nA: b\n\r\n",
                "HTTP/1.1 299 Why not\r\nA: b\r\n c\r\n\r\n",
                "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nContent-Length: x\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            })
    void any2xxOpensAndWhatComesBehindItIsNotTouched(String answer) {
        assertThat(both(NOBODY, answer)).extracting(Talk::outcome).isEqualTo("open");
        for (Talk.Pieces pieces : Talk.Pieces.values()) {
            assertThat(Talk.with(pieces, NOBODY, answer + "220 ready\r\n").left())
                    .isEqualTo("220 ready\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 Forbidden",
                "302 Found\r\nLocation: http://elsewhere.test/",
                "304 Not Modified",
                "401 Unauthorized\r\nContent-Length: 9",
                "502 Bad Gateway\r\nContent-Length: 1\r\nContent-Length: 2",
                "503 No\r\nTransfer-Encoding: gzip",
                "999 What",
            })
    void whateverElseIsARefusalWithItsHead(String status) {
        Talk talk = both(JOE, "HTTP/1.1 " + status + "\r\n\r\n");
        assertThat(talk.refusal()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
        assertThat(talk.outcome())
                .startsWith("Expected a tunnel to origin.test:443 from the proxy, got " + status.split("\r")[0]);
    }

    @Test
    void messagesShowNoControlsAndHaveAnEnd() {
        Talk talk = both(NOBODY, "HTTP/1.1 500 \u001b[31m" + "x".repeat(500) + "\r\n\r\n");
        assertThat(talk.outcome()).hasSizeLessThan(200).contains(".[31m").doesNotContain("\u001b");
    }

    @Test
    void theCredentialsAreMissingOrWrong() {
        String asks = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
        assertThat(both(NOBODY, asks))
                .isEqualTo(new Talk(
                        both(NOBODY, OPEN).requests(),
                        "Expected a tunnel to origin.test:443 from the proxy, got 407 Who: no credentials were given, and it"
                                + " asks for basic",
                        407,
                        ""));
        assertThat(both(JOE, asks).outcome()).endsWith(": it does not accept the credentials of user \"joe\"");
        assertThat(both(JOE, asks).outcome()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\n\r\n",
                "Content-Length: 5\r\n\r\nsorry",
                "Transfer-Encoding: chunked\r\n\r\n5;x=y\r\nsorry\r\n0\r\nT: u\r\n\r\n",
            })
    void aChallengeByDigestIsAnsweredBehindItsBody(String rest) {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + rest;
        Talk talk = both(JOE, asks, OPEN);
        assertThat(talk.outcome()).isEqualTo("open");
        assertThat(talk.requests()).hasSize(2);
        assertThat(talk.requests().get(1))
                .startsWith("CONNECT origin.test:443 HTTP/1.1\r\nHost: origin.test:443\r\nProxy-Authorization: Digest ")
                .contains("username=\"joe\"", "uri=\"origin.test:443\"", "nonce=\"n1\"", "nc=00000001")
                .endsWith("\r\n\r\n");
    }

    @Test
    void challengesWithoutEndHaveAnEnd() {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST + "Content-Length: 0\r\n\r\n";
        String[] forEver = new String[9];
        for (int i = 0; i < forEver.length; i++) {
            forEver[i] = asks.formatted(i, ", stale=true");
        }
        Talk talk = both(JOE, forEver);
        assertThat(talk.requests()).hasSize(3);
        assertThat(talk.outcome()).endsWith(": it has had 2 answers to its challenges");
        assertThat(both(JOE, asks.formatted(1, ""), asks.formatted(2, "")).outcome())
                .endsWith(": it does not accept the credentials of user \"joe\"");
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatClosesWithItsChallengeIsAnsweredNextTime(Talk.Pieces pieces) {
        for (String closing : new String[] {
            "HTTP/1.1 407 Who\r\nConnection: close\r\n" + DIGEST.formatted(1, "") + "Content-Length: 2\r\n\r\nno",
            "HTTP/1.0 407 Who\r\n" + DIGEST.formatted(1, "") + "\r\nno",
            "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Content-Length: 2\r\n\r\nn",
        }) {
            Sessions sessions = new Sessions();
            Link joe = Link.parse(JOE);
            Talk first = Talk.with(pieces, sessions, joe, Talk.LIMITS, closing);
            assertThat(first.refusal()).isEqualTo(407);
            assertThat(first.outcome())
                    .endsWith(": it closes the connection, so that only the next one can answer its challenge");
            Talk second = Talk.with(pieces, sessions, joe, Talk.LIMITS, OPEN);
            assertThat(second.outcome()).isEqualTo("open");
            assertThat(second.requests().get(0)).contains("nonce=\"n1\"", "nc=00000001");
        }
    }

    @Test
    void aProxyThatClosesInsteadOfJudgingTheAnswerIsQuoted() {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Content-Length: 0\r\n\r\n";
        Talk talk = both(JOE, asks, "");
        assertThat(talk.refusal()).isEqualTo(407);
        assertThat(talk.requests()).hasSize(2);
        assertThat(both(JOE, asks, "HTT").outcome()).contains("got the end of the connection");
        assertThat(both(JOE, asks, "HTT").refusal()).isZero();
    }

    @Test
    void junkBehindAChallengeIsNotSkipped() {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Content-Length: 2\r\n\r\nno";
        assertThat(Talk.with(Talk.Pieces.WHOLE, JOE, asks + OPEN).outcome())
                .endsWith(": its challenge is followed by octets that nobody asked for");
    }

    @Test
    void theBodyOfAChallengeHasALimit() {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Content-Length: %d\r\n\r\n%s";
        int most = Tunnel.MOST_DRAINED;
        assertThat(Talk.with(Talk.Pieces.EXACT, JOE, asks.formatted(most, "x".repeat(most)), OPEN)
                        .outcome())
                .isEqualTo("open");
        Talk talk = both(JOE, asks.formatted(9 * most, "x".repeat(2 * most)));
        assertThat(talk.outcome()).endsWith(": its challenge is followed by a body of more than 65536 octets");
        assertThat(talk.refusal()).isEqualTo(407);
        String chunks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Transfer-Encoding: chunked\r\n\r\n"
                + "1\r\nx\r\n".repeat(most);
        assertThat(Talk.with(Talk.Pieces.SINGLE, JOE, chunks).outcome()).contains("more than 65536 octets");
    }

    @Test
    void aGarbledBodyOfAChallengeKeepsItsHead() {
        String asks = "HTTP/1.1 407 Who\r\n" + DIGEST.formatted(1, "") + "Transfer-Encoding: chunked\r\n\r\nzzz";
        assertThat(both(JOE, asks).refusal()).isEqualTo(407);
        assertThat(both(JOE, asks).outcome()).contains("Expected a chunk size");
    }

    @Test
    void headsHaveLimits() {
        Limits limits = new Limits(100, 2, 1);
        String status = "HTTP/1.1 200 OK\r\n";
        assertThat(limited(limits, status + "A: b\r\nC: d\r\n\r\n")).isEqualTo("open");
        assertThat(limited(limits, status + "A: b\r\nC: d\r\nE: f\r\n\r\n")).contains("at most 2 fields");
        assertThat(limited(limits, status + "A: " + "b".repeat(100))).contains("at most 100 octets");
        assertThat(limited(limits, "HTTP/1.1 100 C\r\n\r\n" + OPEN)).isEqualTo("open");
        assertThat(limited(limits, "HTTP/1.1 100 C\r\n\r\nHTTP/1.1 100 C\r\n\r\n" + OPEN))
                .contains("at most 1 interim");
        assertThat(both(NOBODY, "HTTP/1.1 200 OK\r\nA: " + "b".repeat(64 * 1024))
                        .outcome())
                .contains("at most 65536 octets");
    }

    @Test
    void whoDoesNotSpeakHttpIsRecognizedAtOnce() {
        assertThat(both(NOBODY, "\u0005\u00ff").outcome()).endsWith(", as from a SOCKS5 proxy");
        assertThat(both(NOBODY, "\u0015\u0003\u0001\u0000\u0002\u0002F").outcome())
                .endsWith(", as from a server that wants TLS first");
        assertThat(Talk.with(Talk.Pieces.WHOLE, NOBODY, "\u0000[123456").outcome())
                .endsWith("got \"\\x00[123456\", as from a SOCKS4 proxy");
        assertThat(Talk.with(Talk.Pieces.EXACT, NOBODY, "SSH-2.0-OpenSSH_9.2\r\n")
                        .outcome())
                .endsWith("got \"SSH-2.0-OpenSS\", as from an SSH server");
        assertThat(Talk.with(Talk.Pieces.WHOLE, NOBODY, "\u0000\u0000\u0012\u0004\u0000")
                        .outcome())
                .endsWith(", as from a server that speaks nothing but HTTP/2");
        assertThat(Talk.with(Talk.Pieces.WHOLE, NOBODY, "HTTP/2 200 OK").outcome())
                .isEqualTo("Expected an answer in HTTP/1 from the proxy, got \"HTTP/2 200 OK\"");
        assertThat(both(NOBODY, "HTTP/1.1 20x OK\r\n\r\n").outcome()).contains("Expected a status line");
        assertThat(both(NOBODY, "HTTP/1.1 101 Switch\r\n\r\n").outcome()).contains("no change of protocols");
    }

    @Test
    void anEndIsAnErrorWhereverItComes() {
        String answer = "HTTP/1.1 100 Go on\r\nA: b\r\n\r\n" + OPEN;
        assertThat(both(NOBODY, "").outcome())
                .isEqualTo("Expected an answer of the proxy to CONNECT origin.test:443, got the end of the connection");
        for (int at = 1; at < answer.length(); at++) {
            assertThat(both(NOBODY, answer.substring(0, at)).outcome()).contains("got the end of the connection");
        }
    }

    private static String limited(Limits limits, String answer) {
        return Talk.with(Talk.Pieces.EXACT, new Sessions(), Link.parse(NOBODY), limits, answer)
                .outcome();
    }

    /** In pieces as asked for, and in single octets: with the same result. */
    private static Talk both(String link, String... answers) {
        Talk exact = Talk.with(Talk.Pieces.EXACT, link, answers);
        Talk single = Talk.with(Talk.Pieces.SINGLE, link, answers);
        assertThat(single.refusal()).isEqualTo(exact.refusal());
        assertThat(single.requests()).isEqualTo(exact.requests());
        if (exact.refusal() != 0 || exact.outcome().equals("open")) {
            assertThat(single).isEqualTo(exact);
        }
        return exact;
    }
}
