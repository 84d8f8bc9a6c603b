package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.internal.coding.Encoded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses with a content coding, and with limits on what they become. */
class DecodedTest {
    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withMaxBody(100_000));

    @Test
    void decodesWhatItAskedFor() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        byte[] plain = "hello".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        String coded = latin(Encoded.gzip(plain));
        try (RawServer server = new RawServer(peer -> {
            for (String head = peer.request(); !head.isEmpty(); head = peer.request()) {
                heard.complete(head);
                peer.send(coded("gzip", coded));
            }
        })) {
            Response response = send(decoding(server));
            assertThat(response.body()).isEqualTo(plain);
            assertThat(response.headers().first("content-encoding")).contains("gzip");
            assertThat(heard.join()).contains("\r\nAccept-Encoding: gzip, deflate\r\n");
            assertThat(rule.client().readings().idle()).isEqualTo(1);
            assertThat(send(Request.get(server.url())).body()).as("as it came").hasSize(coded.length());

            Collected collected = new Collected(Long.MAX_VALUE);
            rule.client().stream(decoding(server))
                    .get(5, TimeUnit.SECONDS)
                    .body()
                    .subscribe(collected);
            assertThat(collected.all.get(5, TimeUnit.SECONDS)).isEqualTo(latin(plain));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void saysNothingIfTheCallerDoes() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            heard.complete(peer.request());
            peer.send(coded("br", "as it came"));
        })) {
            Response response = send(decoding(server).withHeader("Accept-Encoding", "br"));
            assertThat(heard.join()).containsOnlyOnce("Accept-Encoding").contains("Accept-Encoding: br");
            assertThat(response.text()).isEqualTo("as it came");
        }
    }

    @Test
    void aBodyThatIsCutShortIsAFailure() throws Exception {
        byte[] coded = Encoded.gzip("hello".getBytes(StandardCharsets.US_ASCII));
        String half = latin(Arrays.copyOf(coded, coded.length - 3));
        try (RawServer server = RawServer.answering(coded("gzip", half))) {
            HttpFailure failure = ClientRule.failure(rule.client().send(decoding(server)));
            assertThat(failure.code()).isEqualTo(597);
            assertThat(failure.head()).isPresent();
            rule.awaitReadings(new Readings(0, 0, 0, 0));
        }
    }

    @Test
    void whereThereIsNoBodyNothingIsDecoded() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n");
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n");
            peer.request();
            peer.send("HTTP/1.1 304 Same\r\nContent-Encoding: gzip\r\n\r\n");
            peer.request();
            peer.send("HTTP/1.1 206 Part\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\npart");
            peer.awaitEnd();
        })) {
            assertThat(send(Request.head(server.url()).withDecoding(true)).body())
                    .isEmpty();
            assertThat(send(decoding(server)).body()).isEmpty();
            assertThat(send(decoding(server)).status()).isEqualTo(304);
            assertThat(send(decoding(server)).text()).isEqualTo("part");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theLimitsCountWhatIsDecoded() throws Exception {
        String coded = latin(Encoded.gzip(new byte[100_001]));
        try (RawServer server = RawServer.answering(coded("gzip", coded))) {
            assertThat(ClientRule.failure(rule.client().send(decoding(server))))
                    .hasMessageStartingWith("Expected a body of at most 100000 octets (maxBody), got ");
            assertThat(ClientRule.failure(rule.client().send(decoding(server).withMaxResponse(5_000), bytes -> true)))
                    .hasMessageStartingWith("Expected a body of at most 5000 octets (maxResponse), got ");
        }
    }

    @Test
    void noReceiverGetsMoreThanAllowed() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef")) {
            Request bounded = Request.get(server.url()).withMaxResponse(5);
            assertThat(ClientRule.failure(rule.client().send(bounded, bytes -> true)))
                    .hasMessage("Expected a body of at most 5 octets (maxResponse), got 6");
            assertThat(ClientRule.failure(rule.client().send(bounded)).code()).isEqualTo(597);
            assertThat(send(bounded.withMaxResponse(6)).text()).isEqualTo("abcdef");
        }
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n")) {
            StringBuilder got = new StringBuilder();
            assertThat(ClientRule.failure(rule.client()
                            .send(Request.get(server.url()).withMaxResponse(5), bytes -> {
                                got.append(StandardCharsets.US_ASCII.decode(bytes));
                                return true;
                            })))
                    .hasMessage("Expected a body of at most 5 octets (maxResponse), got 6");
            assertThat(got).hasToString("abc");
        }
    }

    private static Request decoding(RawServer server) {
        return Request.get(server.url()).withDecoding(true);
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }

    private static String coded(String coding, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
