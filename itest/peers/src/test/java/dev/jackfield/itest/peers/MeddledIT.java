package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server says in TLS, cut off, held up, broken off and garbled on its way. */
class MeddledIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final int HEAD = 5;
    /** An ECDSA signature is now and then some octets shorter, so the last ones of one handshake are not there in another. */
    private static final int SIGNATURES_DIFFER_BY = 8;

    /** Warning and fatal alerts, in the clear: close_notify, handshake_failure and one that there is not. */
    private static final byte[][] ALERTS = {
        {21, 3, 3, 0, 2, 1, 0}, {21, 3, 3, 0, 2, 2, 40}, {21, 3, 3, 0, 2, 2, (byte) 222}
    };

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;
    private static Meddler meddler12;
    private static Meddler meddler13;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        PKI.server().writePem(folder, "server");
        sites = new SecureSites(folder)
                .add("TLSv1.2", "server", "ssl_protocols TLSv1.2;")
                .add("TLSv1.3", "server", "ssl_protocols TLSv1.3;");
        nginx = sites.start("", "location / { return 200 ok; }", Map.of());
        meddler12 = new Meddler(sites.port("TLSv1.2"));
        meddler13 = new Meddler(sites.port("TLSv1.3"));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {meddler13, meddler12, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    MeddledIT() {
        use(profile());
    }

    private static TlsProfile profile() {
        return trusting(PKI).withResumption(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void octetByOctet(String version) throws Exception {
        Meddler meddler = meddler(version);
        meddler.way((server, client) -> pass(server, client, Integer.MAX_VALUE));
        assertThat(get(meddler.port(), "/").text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void cutOffAnywhere(String version) throws Exception {
        Meddler meddler = meddler(version);
        int all = octets(meddler);
        for (int cut = 0; cut < all; cut += cut < HEAD + 1 ? 1 : 71) {
            int length = cut;
            meddler.way((server, client) -> pass(server, client, length));
            assertThat(broken(meddler, Duration.ofSeconds(10)).getMessage())
                    .as("after " + cut + " of " + all + " octets")
                    .containsAnyOf("closed the connection", "cut off", "Connection reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void heldUpAnywhere(String version) throws Exception {
        Meddler meddler = meddler(version);
        int all = octets(meddler);
        for (int cut = 0; cut < all; cut += all / 5) {
            int length = cut;
            meddler.way((server, client) -> {
                pass(server, client, length);
                // Up to the end, which comes when the client has had enough.
                server.transferTo(OutputStream.nullOutputStream());
            });
            HttpFailure failure = broken(meddler, Duration.ofMillis(300));
            assertThat(failure)
                    .as("after " + cut + " of " + all + " octets")
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void brokenOffByAnAlertAfterAnyRecord(String version) throws Exception {
        Meddler meddler = meddler(version);
        int all = records(meddler);
        for (int at = 0; at < all; at++) {
            for (byte[] alert : ALERTS) {
                int passed = at;
                meddler.way((server, client) -> {
                    passRecords(server, client, passed);
                    client.write(alert);
                    server.transferTo(OutputStream.nullOutputStream());
                });
                broken(meddler, Duration.ofSeconds(10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void garbledInAnyRecord(String version) throws Exception {
        Meddler meddler = meddler(version);
        int all = records(meddler);
        for (int at = 0; at < all; at++) {
            for (double where : new double[] {0, 0.5, 1}) {
                int passed = at;
                meddler.way((server, client) -> {
                    passRecords(server, client, passed);
                    byte[] record = record(server);
                    int octet = HEAD + (int) ((record.length - HEAD - 1) * where);
                    record[octet] ^= 0x55;
                    client.write(record);
                    server.transferTo(client);
                });
                // What is longer now is waited for.
                broken(meddler, Duration.ofSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void somethingElseAfterAnyRecord(String version) throws Exception {
        Meddler meddler = meddler(version);
        int all = records(meddler);
        for (int at = 0; at < all; at++) {
            int passed = at;
            meddler.way((server, client) -> {
                passRecords(server, client, passed);
                client.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
                server.transferTo(OutputStream.nullOutputStream());
            });
            assertThat(broken(meddler, Duration.ofSeconds(10)))
                    .hasMessageContaining("Expected a TLS record, got \"HTTP/1.1 200 OK\"");
        }
    }

    private static Meddler meddler(String version) {
        return version.equals("TLSv1.2") ? meddler12 : meddler13;
    }

    /** Code, hop, and nothing left behind. */
    private HttpFailure broken(Meddler meddler, Duration limit) {
        Request request = request(HOST, meddler.port(), "/").withTimeout(limit);
        HttpFailure failure = failure(request);
        assertThat(failure.code()).as(failure.toString()).isIn(596, 597);
        if (handshakes.poll() == null) {
            assertThat(failure).hasMessageContaining("hop 2 of 2, tls(own) to " + HOST + ":443");
        }
        assertThat(client.readings().connections()).isZero();
        return failure;
    }

    /** Octet by octet, as they come: the server may wait for an answer to some of them. */
    private static void pass(InputStream server, OutputStream client, int count) throws IOException {
        for (int passed = 0, octet; passed < count && (octet = server.read()) >= 0; passed++) {
            client.write(octet);
        }
    }

    private static void passRecords(InputStream server, OutputStream client, int count) throws IOException {
        for (int passed = 0; passed < count; passed++) {
            client.write(record(server));
        }
    }

    /** How many octets the server says at least, the answer included. */
    private int octets(Meddler meddler) throws Exception {
        AtomicInteger count = new AtomicInteger();
        meddler.way((server, client) -> {
            for (int octet; (octet = server.read()) >= 0; ) {
                count.incrementAndGet();
                client.write(octet);
            }
        });
        return counted(meddler, count) - SIGNATURES_DIFFER_BY;
    }

    /** How many records the server says, the answer included. */
    private int records(Meddler meddler) throws Exception {
        AtomicInteger count = new AtomicInteger();
        meddler.way((server, client) -> {
            for (byte[] record; (record = record(server)).length > 0; ) {
                count.incrementAndGet();
                client.write(record);
            }
        });
        return counted(meddler, count);
    }

    private int counted(Meddler meddler, AtomicInteger count) throws Exception {
        assertThat(get(meddler.port(), "/").text()).isEqualTo("ok");
        handshakes.clear();
        int counted = count.get();
        // So that the connection is not kept.
        use(profile());
        return counted;
    }

    private static byte[] record(InputStream from) throws IOException {
        byte[] head = from.readNBytes(HEAD);
        if (head.length < HEAD) {
            return head;
        }
        byte[] body = from.readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
        byte[] whole = new byte[HEAD + body.length];
        System.arraycopy(head, 0, whole, 0, HEAD);
        System.arraycopy(body, 0, whole, HEAD, body.length);
        return whole;
    }
}
