package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peers that do not speak TLS, or not for long: scripts, and a server that reads no more. */
class RudePeerIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final Duration SOON = Duration.ofMillis(400);

    private ServerSocket listening;

    RudePeerIT() {
        use(trusting(PKI));
    }

    @AfterEach
    void stop() throws IOException {
        listening.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "485454502f312e312034303020426164            | Expected a TLS record, got \"HTTP/1.1 400 Bad\"",
                "5353482d322e302d4f70656e535348              | Expected a TLS record, got \"SSH-2.0-OpenSSH\"",
                "000000000000000000                          | Expected a TLS record, got the octets 00 00 00 00 00 00 00 00",
                "16030398010000                              | Expected a TLS record of at most 18432 octets, got one of 38913",
                "15030300020228                              | alert handshake_failure",
                "15030300020246                              | alert protocol_version",
                "15030300020270                              | alert unrecognized_name",
                "15030300020100                              | close_notify during handshake",
                "150303000102                                | Alert",
                "1703030001ff                                | Expected a handshake or an alert at first, got application data",
                "160303000400000000                          | hello_request",
            })
    void saysSomethingElse(String octets, String says) throws Exception {
        answers(HexFormat.of().parseHex(octets.strip()));
        assertThat(refusal(listening.getLocalPort())).hasMessageContaining(says.strip());
    }

    @ParameterizedTest
    @CsvSource({"0301, TLSv1", "0302, TLSv1.1", "0300, SSLv3"})
    void choosesAVersionOfYesterday(String version, String name) throws Exception {
        // A ServerHello (RFC 5246 section 7.4.1.3) with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 and no extensions.
        answers(HexFormat.of().parseHex("160301002a" + "02000026" + version + "11".repeat(32) + "00" + "c02f" + "00"));
        assertThat(refusal(listening.getLocalPort())
                        .getMessage()
                        .replace(".", "")
                        .replace("SSL30", "SSLv3"))
                .containsIgnoringCase(name.replace(".", "").replace("TLSv", "TLS"));
    }

    @Test
    void choosesASuiteThatWasNotOffered() throws Exception {
        answers(HexFormat.of().parseHex("160303002a" + "02000026" + "0303" + "11".repeat(32) + "00" + "0035" + "00"));
        assertThat(refusal(listening.getLocalPort())).hasMessageContaining("cipher");
    }

    @Test
    void hangsUpAtOnce() throws Exception {
        answers(new byte[0]);
        assertThat(refusal(listening.getLocalPort()))
                .hasMessageContaining("The peer closed the connection without a word");
    }

    @Test
    void saysNothing() throws Exception {
        silent();
        Request request = request(HOST, listening.getLocalPort(), "/").withTimeout(SOON);
        HttpFailure failure = failure(request);
        assertThat(failure.code()).isEqualTo(596);
        assertThat(failure).hasMessageContaining("hop 2 of 2, tls(own)").hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void saysNothingForTooLongForTheProfile() throws Exception {
        use(trusting(PKI).withHandshake(SOON));
        silent();
        assertThat(refusal(listening.getLocalPort())).hasMessageContaining("within 400 ms");
    }

    @Test
    void saysNothingAsAProxy() throws Exception {
        silent();
        int port = listening.getLocalPort();
        HttpFailure failure = failure(Request.get("https://" + HOST + "/")
                .withRoute("plain > tls(own) > connect(127.0.0.1:" + port + ")")
                .withTimeout(SOON));
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure).hasMessageContaining("hop 2 of 4, tls(own) to 127.0.0.1:" + port);
    }

    @Test
    void readsNoMoreAfterTheHandshake() throws Exception {
        listening = encrypted().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(socket -> {
            // The first octet is read, so the handshake is over. Then nothing.
            socket.getInputStream().read();
            synchronized (this) {
                wait();
            }
        });
        Request post = Request.post("https://" + HOST + "/", new byte[32 << 20])
                .withRoute(to(listening.getLocalPort()))
                .withTimeout(Duration.ofSeconds(2));
        HttpFailure failure = failure(post);
        assertThat(failure.code()).isEqualTo(596);
        assertThat(failure.phase()).isEqualTo(Phase.SEND);
        assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
        assertThat(handshakes).hasSize(1);
    }

    private interface Script {
        void run(Socket socket) throws Exception;
    }

    /** Hears the beginning of the ClientHello, says this, and hangs up when it has heard all. */
    private void answers(byte[] octets) throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(socket -> {
            InputStream in = socket.getInputStream();
            byte[] head = in.readNBytes(5);
            in.skipNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
            socket.getOutputStream().write(octets);
            if (octets.length > 0) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** The system accepts on behalf of it. */
    private void silent() throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private void serve(Script script) {
        Thread thread = new Thread(
                () -> {
                    try (Socket socket = listening.accept()) {
                        script.run(socket);
                    } catch (Exception over) {
                        // The client has left.
                    }
                },
                "rude");
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext encrypted() throws Exception {
        Issued server = PKI.server();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", server.key(), new char[0], server.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
