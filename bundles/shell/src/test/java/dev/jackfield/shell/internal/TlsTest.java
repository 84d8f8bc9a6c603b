package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final TestPki PKI = TestPki.of("origin.test");
    private static final char[] NONE = {};

    private final Proxy proxy = new Proxy();
    private final Site site = Site.secure(new HttpsConfigurator(context()));

    @TempDir
    Path folder;

    private String root;

    @BeforeEach
    void write() throws IOException {
        root = Files.writeString(folder.resolve("root.pem"), Issued.pem(PKI.trusted()))
                .toString();
    }

    @AfterEach
    void close() {
        site.close();
        proxy.close();
    }

    @Test
    void trustsWhomItIsTold() {
        Typed typed = Typed.line("get", "--cacert", root, site.url("/big"));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.octets()).isEqualTo(Site.BIG);
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        Typed typed = Typed.line("get", site.url("/small"));
        assertThat(typed.status()).isEqualTo(60);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err()).startsWith("jackfield: 596 TLS: hop 2 of 2, tls(high) to 127.0.0.1:");
    }

    @Test
    void refusesACertificateOfSomebodyElse() {
        Typed typed = Typed.line("get", "--cacert", root, site.url("/small").replace("127.0.0.1", "localhost"));
        assertThat(typed.status()).isEqualTo(60);
        assertThat(typed.err()).contains("origin.test");
    }

    @Test
    void saysAloudThatItChecksNothing() {
        Typed typed = Typed.line("get", "-k", site.url("/small"));
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(typed.err())
                .isEqualToNormalizingNewlines("jackfield: --insecure: nobody checks who the server is\n");
        assertThat(Typed.line("get", "--tls", "low", site.url("/small")).out()).isEqualTo("small body");
    }

    @Test
    void saysSoOnce() {
        Logger logger = Logger.getLogger("dev.jackfield.connector.tls");
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler keeper = new StreamHandler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage());
            }
        };
        logger.addHandler(keeper);
        try {
            assertThat(Typed.line("get", "-k", site.url("/small")).out()).isEqualTo("small body");
        } finally {
            logger.removeHandler(keeper);
        }
        assertThat(logged).isEmpty();
    }

    @Test
    void tellsThatAProfileIsMissing() {
        Typed typed = Typed.line("get", "--tls", "none-such", site.url("/small"));
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.err()).contains("none-such").contains("high, low");
    }

    @Test
    void tellsThatThePeerDoesNotEncrypt() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(plain));
            Typed typed = Typed.line("get", "https://127.0.0.1:" + plain.getLocalPort());
            answered.join();
            assertThat(typed.status()).isEqualTo(35);
            assertThat(typed.err()).startsWith("jackfield: 596 TLS: ");
        }
    }

    @Test
    void showsACertificateOfItsOwn() throws Exception {
        Issued client = PKI.client("somebody").writePem(folder, "client");
        String keys = client.writePkcs12(folder.resolve("client.p12"), "secret").toString();
        String pem = folder.resolve("client.pem").toString();
        String key = folder.resolve("client.key").toString();
        Path both = Files.writeString(folder.resolve("both.pem"), client.chainPem() + client.keyPem());
        try (Site choosy = Site.secure(asking())) {
            String url = choosy.url("/small");
            assertThat(Typed.line("get", "--cacert", root, url).status()).isIn(35, 56);
            assertThat(Typed.line("get", "--cacert", root, "--cert", pem, "--key", key, url)
                            .out())
                    .isEqualTo("small body");
            assertThat(Typed.line("get", "--cacert", root, "--cert", both.toString(), url)
                            .out())
                    .isEqualTo("small body");
            assertThat(Typed.line("get", "--cacert", root, "--cert", keys, "--pass", "secret", url)
                            .out())
                    .isEqualTo("small body");
            Typed wrong = Typed.with("not it\n".getBytes(), "get", "--cert", keys, "--pass", "@-", url);
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.err()).startsWith("jackfield: --cert: ").doesNotContain("not it");
        }
    }

    @Test
    void encryptsThroughProxies() {
        String tunnel = "plain > connect(" + proxy.address() + ") > tls(own)";
        assertThat(Typed.line("get", "--cacert", root, "--route", tunnel, site.url("/small"))
                        .out())
                .isEqualTo("small body");
        assertThat(Typed.line("get", "--cacert", root, "-x", proxy.address(), site.url("/small"))
                        .out())
                .isEqualTo("small body");
        String authority = site.withoutScheme("");
        assertThat(proxy.asked).containsExactly("CONNECT " + authority, "CONNECT " + authority);
        Typed forward = Typed.line("get", "--route", "plain > forward(" + proxy.address() + ")", site.url("/small"));
        assertThat(forward.status()).isEqualTo(7);
        assertThat(forward.err()).contains("forward is for http URLs only");
    }

    @Test
    void showsWhatWasNegotiatedAndTheHeadInTheClear() {
        Typed typed =
                Typed.line("get", "-v", "--cacert", root, "-x", "socks5://" + proxy.address(), site.url("/small"));
        assertThat(typed.err().lines())
                .anyMatch(line -> line.startsWith("* hop 1 of 3, plain to " + proxy.address()))
                .anyMatch(line -> line.startsWith("* hop 2 of 3, socks5("))
                .anyMatch(line -> line.startsWith("* hop 3 of 3, tls(own) to 127.0.0.1:"))
                .anyMatch(line -> line.matches("\\* TLSv1\\.3, TLS_\\w+, (no )?ALPN.*, new session"))
                .anyMatch(line -> line.matches("\\* Certificate of CN=Test server until 2.*Z, by CN=Test issuer"))
                .contains("> GET /small HTTP/1.1", "< HTTP/1.1 200 OK");
    }

    private static void answer(ServerSocket server) {
        try (Socket peer = server.accept()) {
            peer.getInputStream().read();
            peer.getOutputStream().write("HTTP/1.1 400 What?\r\n\r\n".getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpsConfigurator asking() {
        SSLContext context = context();
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        };
    }

    private static SSLContext context() {
        try {
            Issued server = PKI.server();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry("server", server.key(), NONE, server.chain().toArray(X509Certificate[]::new));
            store.setCertificateEntry("root", PKI.trusted());
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, NONE);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
