package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client before a real {@code openssl s_server}, which can be told to do what no good server does. */
class OpensslIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);

    /** What it says after a handshake that it began when it was told to. */
    private static final String HANDSHAKE = "SSL_do_handshake -> 1";

    private static final String SOME = "some of it";

    @TempDir
    static Path folder;

    private OpensslServer server;

    @BeforeAll
    static void certificates() throws Exception {
        Peers.require("openssl", OpensslServer.installed());
        PKI.server().writePem(folder, "server");
    }

    OpensslIT() {
        use(trusting(PKI));
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aPageUpToTheEndOfTheConnection(String version) throws Exception {
        start(version, "-www");
        Response response = get(server.port(), "/");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().has("content-length")).isFalse();
        assertThat(response.text()).endsWith("</HTML>\r\n\r\n");
        assertThat(handshake().protocol()).isEqualTo(version.equals("-tls1_2") ? "TLSv1.2" : "TLSv1.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aServerThatLeavesWithoutAWordLeavesATruncatedBody(String version) throws Exception {
        start(version);
        Coming answer = openEnded();
        server.say("q");
        assertThatThrownBy(answer::complete)
                .cause()
                .hasMessageContaining("cut off: it ended without close_notify")
                .satisfies(failure -> assertThat(((HttpFailure) failure).code()).isEqualTo(597));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aServerThatDiesLeavesATruncatedBody(String version) throws Exception {
        start(version);
        Coming answer = openEnded();
        server.kill();
        assertThatThrownBy(answer::complete).cause().satisfies(thrown -> {
            HttpFailure failure = (HttpFailure) thrown;
            assertThat(failure.code()).isEqualTo(597);
            assertThat(failure.phase()).isEqualTo(Phase.BODY);
            assertThat(failure.head()).isPresent();
        });
    }

    @Test
    void aServerThatDiesIsToldFromOneThatEnds() throws Exception {
        start();
        try (Conversation conversation = conversation()) {
            server.say("last words\n");
            assertThat(conversation.hear(11)).isEqualTo("last words\n");
            server.kill();
            assertThatThrownBy(conversation::rest)
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("without close_notify");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void ourEndIsAnsweredByTheirs(String version) throws Exception {
        start(version);
        try (Conversation conversation = conversation()) {
            conversation.say("over and out\n");
            conversation.end();
            server.await("over and out");
            assertThat(conversation.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "R"})
    void renegotiationIsRefused(String command) throws Exception {
        start("-tls1_2");
        CompletableFuture<Response> response = client.send(request(HOST, server.port(), "/"));
        server.await("GET / HTTP/1.1");
        server.say(command + "\n");
        assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining("renegotiation is refused")
                .hasCauseInstanceOf(SSLException.class)
                .satisfies(failure -> assertThat(((HttpFailure) failure).code()).isEqualTo(596));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "K"})
    void keysAreUpdated(String command) throws Exception {
        start("-tls1_3");
        try (Conversation conversation = conversation()) {
            for (int round = 0; round < 5; round++) {
                server.say("there you are " + round + "\n");
                assertThat(conversation.hear(16)).isEqualTo("there you are " + round + "\n");
                server.say(command + "\n");
                // K wants us to update ours, too: what is said from then on is under new keys.
                conversation.say("here I am " + round + "\n");
                server.await("here I am " + round);
            }
            server.await(HANDSHAKE, 5);
            conversation.end();
            assertThat(conversation.rest()).isEmpty();
        }
    }

    @Test
    void keysAreUpdatedWhileAConnectionIsIdle() throws Exception {
        start("-tls1_3");
        for (int round = 1; round <= 3; round++) {
            CompletableFuture<Response> response = client.send(request(HOST, server.port(), "/" + round));
            server.await("GET /" + round);
            server.say("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + round);
            assertThat(response.get(10, TimeUnit.SECONDS).text()).isEqualTo("" + round);
            server.say("K\n");
        }
        assertThat(handshakes).hasSize(1);
        server.await(HANDSHAKE, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void clearTextInBetweenIsRefused(String version) throws Exception {
        start(version);
        Coming answer = openEnded();
        server.say("P\n");
        assertThatThrownBy(answer::complete)
                .cause()
                .hasMessageContaining("Expected a TLS record, got \"Lets print some clear t")
                .satisfies(failure -> assertThat(((HttpFailure) failure).code()).isEqualTo(597));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void asManyTicketsAsTheServerLikes(int tickets) throws Exception {
        start("-tls1_3", "-www", "-num_tickets", Integer.toString(tickets));
        List<Boolean> resumed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            get(server.port(), "/");
            resumed.add(handshake().resumed());
        }
        List<Boolean> expected = new ArrayList<>(Collections.nCopies(3, tickets > 0));
        expected.set(0, false);
        assertThat(resumed).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void versionsOfYesterdayAreRefused(String version) throws Exception {
        start(version, "-cipher", "DEFAULT@SECLEVEL=0");
        assertThat(refusal(server.port())).hasMessageContaining("alert protocol_version");
    }

    @Test
    void keyExchangeWithoutForwardSecrecyIsRefused() throws Exception {
        start("-tls1_2", "-cipher", "AES128-GCM-SHA256");
        assertThat(refusal(server.port())).hasMessageContaining("alert handshake_failure");
    }

    @Test
    void applicationProtocolsInCommonOrNot() throws Exception {
        start("-www", "-alpn", "h2,http/1.1");
        get(server.port(), "/");
        assertThat(handshake().application()).isEqualTo("http/1.1");
        server.close();
        start("-www");
        get(server.port(), "/");
        assertThat(handshake().application()).isEmpty();
        server.close();
        start("-www", "-alpn", "h2");
        assertThat(refusal(server.port())).hasMessageContaining("alert no_application_protocol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aClientCertificateThatIsMissing(String version) throws Exception {
        start(version, "-Verify", "1", "-verify_return_error", "-www");
        HttpFailure failure = failure(request(HOST, server.port(), "/"));
        assertThat(failure.code()).isEqualTo(596);
        assertThat(failure)
                .hasMessageMatching(".*The peer broke off the TLS .* alert (handshake_failure|certificate_required).*");
    }

    private void start(String... options) throws IOException {
        server = OpensslServer.start(folder.resolve("server.pem"), folder.resolve("server.key"), List.of(options));
    }

    /** An answer that goes up to the end of the connection, whatever that is. Its head and some of it have come. */
    private Coming openEnded() throws Exception {
        BlockingQueue<String> parts = new LinkedBlockingQueue<>();
        CompletableFuture<Response> response = client.send(
                request(HOST, server.port(), "/"),
                bytes -> parts.add(StandardCharsets.ISO_8859_1.decode(bytes).toString()));
        server.await("GET / HTTP/1.1");
        server.say("HTTP/1.1 200 OK\r\n\r\n" + SOME);
        Coming coming = new Coming(response, parts, new StringBuilder());
        coming.await(SOME);
        return coming;
    }

    private record Coming(CompletableFuture<Response> response, BlockingQueue<String> parts, StringBuilder body) {
        void await(String text) throws InterruptedException {
            while (!body.toString().equals(text)) {
                String part = parts.poll(10, TimeUnit.SECONDS);
                assertThat(part).as("something after \"" + body + "\"").isNotNull();
                body.append(part);
            }
        }

        Response complete() throws Exception {
            return response.get(10, TimeUnit.SECONDS);
        }
    }

    private Conversation conversation() throws Exception {
        return Conversation.begin(
                panel.connector(to(server.port()).then(OWN)),
                HostPort.of(HOST, 443),
                loops.all().get(0));
    }
}
