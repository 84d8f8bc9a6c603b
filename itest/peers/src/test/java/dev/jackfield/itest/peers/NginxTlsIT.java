package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client before a real nginx that speaks TLS 1.2, 1.3 or both. */
class NginxTlsIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final byte[] LARGE = new byte[20 * 1024 * 1024];

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static EchoServer echo;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        PKI.server().writePem(folder, "server");
        new Random(4).nextBytes(LARGE);
        echo = new EchoServer();
        sites = new SecureSites(folder)
                .add("TLSv1.2", "server", "ssl_protocols TLSv1.2;")
                .add("TLSv1.3", "server", "ssl_protocols TLSv1.3;")
                .add("both", "server", "ssl_protocols TLSv1.2 TLSv1.3;")
                .add("old suites", "server", "ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-AES128-SHA;");
        nginx = sites.start(
                "",
                "location /echo { client_max_body_size 30m; proxy_pass http://127.0.0.1:%d/; }".formatted(echo.port()),
                Map.of("small", "small".getBytes(), "large", LARGE));
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
            echo.close();
        }
    }

    NginxTlsIT() {
        use(trusting(PKI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whatTheServerSpeaksIsSpoken(String version) throws Exception {
        assertThat(get(sites.port(version), "/small").text()).isEqualTo("small");
        assertThat(handshake().protocol()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void ofBothTheProfileHasItsSay(String version) throws Exception {
        assertThat(get(sites.port("both"), "/small").text()).isEqualTo("small");
        use(trusting(PKI).withProtocols(List.of(version)));
        assertThat(get(sites.port("both"), "/small").text()).isEqualTo("small");
        assertThat(List.of(handshake().protocol(), handshake().protocol())).containsExactly("TLSv1.3", version);
    }

    /** Those that have begun go before the rest, so the first is done long before the last has begun. */
    @Test
    void manyAtOnce() throws Exception {
        use(trusting(PKI).withResumption(false));
        int many = 300;
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger begunBeforeOneWasDone = new AtomicInteger();
        Runnable count = () -> {
            begun.incrementAndGet();
            begunBeforeOneWasDone.addAndGet(handshakes.isEmpty() ? 1 : 0);
        };
        panel.plug("begun", 0, (below, target, attempt) -> Beginning.told(below, count));
        try (HttpClient crowded = HttpClient.create(ClientOptions.defaults().withMaxPerHost(many), loops, panel)) {
            Request request = request(HOST, sites.port("both"), "/small")
                    .withRoute(Route.parse("plain(127.0.0.1:" + sites.port("both") + ") > begun > tls(own)"))
                    .withPersistent(false);
            List<CompletableFuture<Response>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(crowded.send(request));
            }
            for (CompletableFuture<Response> one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS).text()).isEqualTo("small");
            }
        }
        assertThat(begun).hasValue(many);
        assertThat(begunBeforeOneWasDone).hasValueLessThan(many / 2);
        handshakes.clear();
    }

    @Test
    void noVersionInCommon() {
        use(trusting(PKI).withProtocols(List.of("TLSv1.3")));
        assertThat(refusal(sites.port("TLSv1.2"))).hasMessageContaining("alert protocol_version");
        use(trusting(PKI).withProtocols(List.of("TLSv1.2")));
        assertThat(refusal(sites.port("TLSv1.3"))).hasMessageContaining("alert protocol_version");
    }

    @Test
    void noCipherSuiteInCommon() throws Exception {
        assertThat(refusal(sites.port("old suites"))).hasMessageContaining("alert handshake_failure");
        use(trusting(PKI).withCiphers(List.of()));
        assertThat(get(sites.port("old suites"), "/small").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void largeBodies(String version) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        Response response = client.send(request(HOST, sites.port(version), "/large"), bytes -> {
                    hash.update(bytes);
                    return true;
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(response.status()).isEqualTo(200);
        assertThat(hash.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(LARGE));
        Request post = Request.post("https://" + HOST + "/echo", LARGE).withRoute(to(sites.port(version)));
        assertThat(Arrays.equals(get(post).body(), LARGE)).isTrue();
        assertThat(handshakes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void connectionsAreUsedAgain(String version) throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(get(sites.port(version), "/small").text()).isEqualTo("small");
        }
        assertThat(handshakes).hasSize(1);
        assertThat(client.readings().idle()).isEqualTo(1);
    }

    @Test
    void manyAtATimeShareFourConnections() throws Exception {
        List<CompletableFuture<Response>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(client.send(request(HOST, sites.port("both"), "/small")));
        }
        for (CompletableFuture<Response> one : all) {
            assertThat(one.get(20, TimeUnit.SECONDS).text()).isEqualTo("small");
        }
        assertThat(handshakes).hasSize(4);
    }

    @Test
    void byAddress() throws Exception {
        Request byAddress = Request.get("https://127.0.0.1:" + sites.port("both") + "/small");
        assertThat(get(byAddress).text()).isEqualTo("small");
    }

    @Test
    void thePlatformsAuthoritiesDoNotKnowIt() {
        Request high = request(HOST, sites.port("both"), "/").withTls(Link.of("tls"));
        assertThat(failure(high)).hasMessageContaining("hop 2 of 2, tls to").hasMessageContaining("Untrusted");
    }

    @Test
    void theApplicationsProtocolIsSettledInTheHandshake() throws Exception {
        get(sites.port("both"), "/small");
        assertThat(handshake().application()).isEqualTo("http/1.1");
        use(trusting(PKI).withAlpn(List.of("h3", "http/1.0")));
        get(sites.port("both"), "/small");
        assertThat(handshake().application()).isEqualTo("http/1.0");
        use(trusting(PKI).withAlpn(List.of("imap")));
        assertThat(refusal(sites.port("both"))).hasMessageContaining("alert no_application_protocol");
    }

    @Test
    void plainHttpIsAnswered() throws Exception {
        Request plain = Request.get("http://127.0.0.1:" + sites.port("both") + "/small");
        assertThat(get(plain).status()).isEqualTo(400);
        assertThat(refusal(nginx.port())).hasMessageContaining("Expected a TLS record, got \"HTTP/1.1 400");
    }

    @Test
    void negotiatedTellsTheSuite() throws Exception {
        get(sites.port("TLSv1.2"), "/small");
        Negotiated negotiated = handshake();
        assertThat(negotiated.cipher()).startsWith("TLS_ECDHE_ECDSA_WITH_").contains("_GCM_");
        assertThat(negotiated.resumed()).isFalse();
    }
}
