package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two parties could read in two ways: an error that names the rule, or else exactly one reading; and never an answer
 * to anything but what was asked.
 */
class SmugglingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = OK + "Content-Length: 4\r\n\r\nnext";
    private static final String EVIL = OK + "Content-Length: 4\r\n\r\nevil";

    @RegisterExtension
    final ClientRule rule = new ClientRule(
            ClientOptions.defaults().withTimeout(Duration.ofSeconds(5)).withIdle(Duration.ofSeconds(30)));

    @ParameterizedTest
    @OctetTable({
        "Content-Length: 4~Content-Length: 5~~evil|RFC 9112 section 6.3",
        "Content-Length: 4, 5~~evil|RFC 9112 section 6.3",
        "Content-Length: 4~Content-Length: 04~~evil|RFC 9112 section 6.3",
        "Content-Length: 4,~~evil|RFC 9110 section 8.6",
        "Content-Length: +4~~evil|RFC 9110 section 8.6",
        "Content-Length: -4~~evil|RFC 9110 section 8.6",
        "Content-Length: 0x4~~evil|RFC 9110 section 8.6",
        "Content-Length: 4 4~~evil|RFC 9110 section 8.6",
        "Content-Length: $4~~evil|RFC 9110 section 8.6",
        "Content-Length:~~evil|RFC 9110 section 8.6",
        "Content-Length: 9223372036854775808~~evil|RFC 9110 section 8.6",
        "Content-Length: 4~Transfer-Encoding: identity~~evil|RFC 9112 section 6.3",
        "Content-Length: 4~Transfer-Encoding:~~evil|RFC 9112 sections 6.1",
        "Transfer-Encoding: chunked, chunked~~0~~|RFC 9112 section 6.1",
        "Transfer-Encoding: chunked, gzip~~0~~|RFC 9112 section 6.1",
        "Transfer-Encoding: $chunked~~0~~|RFC 9112 sections 6.1",
        "Transfer-Encoding: chunked;a=b~~0~~|RFC 9112 sections 6.1",
        "Transfer-Encoding: \"chunked\"~~0~~|RFC 9112 sections 6.1",
        "Transfer-Encoding : chunked~~0~~|RFC 9112 section 5.1",
        "Content-Length\t: 4~~evil|RFC 9112 section 5.1",
        "Content-Length@: 4~~evil|RFC 9112 section 5.1",
        "Content-Length$: 4~~evil|RFC 9112 section 5.1",
        ": 4~~evil|RFC 9112 section 5.1",
        "Content-Length 4~~evil|RFC 9112 section 5.1",
        "Content-Length~~evil|RFC 9112 section 5",
        " Content-Length: 4~~evil|RFC 9112 section 2.2",
        "A: b@~~evil|RFC 9110 section 5.5",
        "A: b^Content-Length: 4~~evil|RFC 9110 section 5.5",
        "A: b~ c^d~~evil|RFC 9110 section 5.5",
        "Content-Length: 4^~^~evil|RFC 9110 section 5.5",
    })
    void refusesHeads(String fields, String why) throws Exception {
        refuses(OK + fields, 596, why);
    }

    @ParameterizedTest
    @OctetTable({
        "~HTTP/1.1 200 OK~~|RFC 9112 section 4",
        "HTTP/1.1 200 O^K~~|RFC 9112 section 4",
        "HTTP/1.1 200 O@K~~|RFC 9112 section 4",
        "HTTP/1.1^200 OK~~|RFC 9112 section 4",
        "HTTP/1.1 2000 OK~~|RFC 9112 section 4",
        "HTTP/2.0 200 OK~~|RFC 9112 section 4",
        "ICY 200 OK~~|RFC 9112 section 4",
        "220 mail.test~~|RFC 9112 section 4",
        "HTTP/1.1 101 Why not~~|RFC 9110 section 7.8",
        "HTTP/1.1 100 On~Content-Length: 4~Content-Length: 5~~HTTP/1.1 204 No~~|RFC 9112 section 6.3",
    })
    void refusesBeginnings(String raw, String why) throws Exception {
        refuses(raw, 596, why);
    }

    @ParameterizedTest
    @OctetTable({
        "x~|RFC 9112 section 7.1)",
        "~|RFC 9112 section 7.1)",
        " 4~evil~0~~|RFC 9112 section 7.1)",
        "-4~evil~0~~|RFC 9112 section 7.1)",
        "0x4~evil~0~~|RFC 9112 section 7.1)",
        "4 4~evil~0~~|RFC 9112 section 7.1)",
        "4@~evil~0~~|RFC 9112 section 7.1)",
        "4_evil_0__|RFC 9112 section 7.1)",
        "4^evil^0^^|RFC 9112 section 7.1)",
        "4~evil_0~~|RFC 9112 section 7.1)",
        "3~evil~0~~|RFC 9112 section 7.1)",
        "5~evil~0~~|RFC 9112 section 7.1)",
        "FFFFFFFFFFFFFFFF4~evil~0~~|RFC 9112 section 7.1)",
        "4;a_evil~0~~|RFC 9112 section 7.1.1)",
        "4;a^evil~0~~|RFC 9112 section 7.1)",
        "4;a=\"~\"~evil~0~~|RFC 9112 section 7.1.1)",
        "4;~evil~0~~|RFC 9112 section 7.1.1)",
        "0~A : b~~|RFC 9112 section 5.1)",
        "0~A: @~~|RFC 9110 section 5.5)",
        "0~ A: b~~|RFC 9112 section 2.2)",
        "0~HTTP/1.1 200 OK~~|RFC 9112 section 5.1)",
    })
    void refusesChunks(String chunks, String why) throws Exception {
        refuses(CHUNKED + chunks, 597, why);
    }

    @ParameterizedTest
    @OctetTable({
        "HTTP/1.1 200|596",
        "HTTP/1.1 200 OK~A: b~|596",
        "HTTP/1.1 200 OK~Content-Length: 5~~evil|597",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~evil|597",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~evil~0~A: b~|597",
    })
    void knowsWhatWasCutShort(String raw, int code) throws Exception {
        try (RawServer server = RawServer.once(raw)) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure).hasMessageContaining("(RFC 9112 section 8), got the end of the connection");
            assertThat(failure.code()).isEqualTo(code);
            assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
        }
    }

    /** Where the RFC has one reading, that one; and the connection is kept where nobody could have another. */
    @ParameterizedTest
    @OctetTable({
        "HTTP/1.1 200 OK_Content-Length: 4__good|true",
        "HTTP/1.1 200 OK~Content-Length:~ 4~~good|true",
        "HTTP/1.1 200 OK~A: b~\tContent-Length: 9~Content-Length: 4~~good|true",
        "HTTP/1.1 200 OK~Content-Length: 4~Content-Length: 4, 4~~good|true",
        "HTTP/1.1 200 OK~Transfer-Encoding: ,~ chunked~~4  ;a=\"\\\";\"~good~0~~|true",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~good~0~Content-Length: 9~Connection: close~~|true",
        "HTTP/1.1 100 On~~~HTTP/1.1 200 OK~Content-Length: 4~~good|false",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~Content-Length: 9~~4~good~0~~|false",
        "HTTP/1.0 200 OK~Connection: keep-alive~Transfer-Encoding: chunked~~4~good~0~~|false",
        "HTTP/1.1 200 OK~Content-Length: 4~~goodHTTP/1.1 200 OK~Content-Length: 4~~evil|false",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~4~good~0~~HTTP/1.1 200 OK~Content-Length: 4~~evil|false",
        "HTTP/1.1 200 OK~Content-Length: 4~~good~|false",
    })
    void readsInOneWay(String raw, boolean kept) throws Exception {
        try (RawServer server = server(raw)) {
            assertThat(text(server)).isEqualTo("good");
            assertThat(text(server)).isEqualTo("next");
            assertThat(server.connections()).isEqualTo(kept ? 1 : 2);
        }
    }

    /** A head alone is the whole answer, whatever follows it. */
    @ParameterizedTest
    @CsvSource({"GET, 204", "GET, 304", "HEAD, 200"})
    void aBodyThatMustNotBeIsNotTheNextAnswer(String method, int status) throws Exception {
        String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + EVIL.length() + "\r\n\r\n";
        try (RawServer server = server(head + EVIL)) {
            Request request = Request.of(method, server.url());
            assertThat(rule.client().send(request).get(5, TimeUnit.SECONDS).body())
                    .isEmpty();
            assertThat(text(server)).isEqualTo("next");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatComesWhileNobodyAsksIsNotTheNextAnswer() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            if (peer.number() == 1) {
                peer.send(OK + "Content-Length: 4\r\n\r\ngood");
                answered.await();
                peer.send(EVIL);
                peer.awaitEnd();
            } else {
                peer.send(NEXT);
            }
        })) {
            assertThat(text(server)).isEqualTo("good");
            assertThat(rule.client().readings()).isEqualTo(new Readings(0, 0, 1, 1));
            answered.countDown();
            rule.awaitReadings(Readings.ZERO);
            assertThat(text(server)).isEqualTo("next");
        }
    }

    private String text(RawServer server) throws Exception {
        return rule.client().get(server.url()).get(5, TimeUnit.SECONDS).text();
    }

    /** First this, then what is good: on the same connection if it is used again. */
    private static RawServer server(String raw) throws Exception {
        return new RawServer(peer -> {
            String next = peer.number() == 1 ? raw : NEXT;
            while (!peer.request().isEmpty()) {
                peer.send(next);
                next = NEXT;
            }
        });
    }

    private void refuses(String raw, int code, String why) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            if (peer.number() == 1) {
                peer.send(raw);
                peer.awaitEnd();
                closed.countDown();
            } else {
                peer.send(NEXT);
            }
        })) {
            HttpFailure failure = ClientRule.failure(rule.client().get(server.url()));
            assertThat(failure).hasMessageStartingWith("Expected").hasMessageContaining(why);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(closed.await(5, TimeUnit.SECONDS)).as("closed").isTrue();
            assertThat(rule.client().readings()).isEqualTo(Readings.ZERO);
            assertThat(text(server)).isEqualTo("next");
        }
    }
}
