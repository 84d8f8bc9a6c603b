package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Keys;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.itest.peers.Haproxy.Front;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to know the client: nginx, which tells by an answer whom it does not like, and haproxy, which breaks off. */
class ClientCertificateIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);
    private static final TestPki STRANGERS = TestPki.of(HOST);
    private static final String OTHER = "other.test";

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;
    private static EchoServer echo;
    private static Haproxy haproxy;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        Peers.require("haproxy", Haproxy.installed());
        Issued server =
                Mint.server("CN=server", HOST, OTHER).signedBy(PKI.issuer()).writePem(folder, "server");
        Files.writeString(folder.resolve("both.pem"), server.chainPem() + server.keyPem());
        Files.writeString(folder.resolve("root.pem"), Issued.pem(PKI.trusted()));
        String asks = "ssl_client_certificate " + folder + "/root.pem; ssl_verify_depth 3; ssl_verify_client ";
        sites = new SecureSites(folder)
                .add("required", "server", asks + "on;")
                .add("optional", "server", asks + "optional;");
        nginx = sites.start(
                "ssl_protocols TLSv1.2 TLSv1.3;",
                "location / { return 200 \"$ssl_client_s_dn $ssl_client_verify\"; }",
                Map.of());
        String verified = "ssl crt %s/both.pem ca-file %s/root.pem verify required ssl-min-ver %s ssl-max-ver %s";
        echo = new EchoServer();
        haproxy = Haproxy.start(List.of(
                new Front("http", verified.formatted(folder, folder, "TLSv1.2", "TLSv1.2"), echo.port()),
                new Front("http", verified.formatted(folder, folder, "TLSv1.3", "TLSv1.3"), echo.port())));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable peer : new AutoCloseable[] {haproxy, echo, nginx}) {
            if (peer != null) {
                peer.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isShownToWhoWantsToSeeIt(String version) throws Exception {
        use(as(PKI.client("me")).withProtocols(List.of(version)));
        assertThat(get(sites.port("required"), "/").text()).isEqualTo("CN=me SUCCESS");
        assertThat(get(sites.port("optional"), "/").text()).isEqualTo("CN=me SUCCESS");
    }

    @Test
    void maybeOfRsa() throws Exception {
        Issued rsa = Mint.client("CN=rsa").keys(Keys.rsa(2048)).signedBy(PKI.issuer());
        use(as(rsa));
        assertThat(get(sites.port("required"), "/").text()).isEqualTo("CN=rsa SUCCESS");
    }

    @Test
    void isLeftOutIfThereIsNone() throws Exception {
        use(trusting(PKI));
        assertThat(get(sites.port("optional"), "/").text()).isEqualTo(" NONE");
        Response refused = get(sites.port("required"), "/");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("No required SSL certificate was sent");
    }

    @Test
    void isChosenByHost() throws Exception {
        use(trusting(PKI)
                .withIdentities(List.of(
                        identity(HOST, PKI.client("for origin")), identity("*.test", PKI.client("for others")))));
        assertThat(get(request(HOST, sites.port("required"), "/")).text()).isEqualTo("CN=for origin SUCCESS");
        assertThat(get(request(OTHER, sites.port("required"), "/")).text()).isEqualTo("CN=for others SUCCESS");
        use(trusting(PKI).withIdentities(List.of(identity(OTHER, PKI.client("for others")))));
        assertThat(get(request(HOST, sites.port("optional"), "/")).text()).isEqualTo(" NONE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void noneAtAllEndsTheHandshake(int version) {
        use(trusting(PKI));
        // TLS 1.3 lets the client begin before the server has looked at its certificate (RFC 8446 section 4.4.2).
        assertThat(brokenOff(version))
                .hasMessageMatching(".*The peer broke off the TLS .* alert (handshake_failure|certificate_required).*");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void oneOfAnotherAuthorityEndsTheHandshake(int version) {
        // As if by the same authority: what the server asks for is a name.
        use(as(STRANGERS.client("stranger")));
        assertThat(brokenOff(version))
                .hasMessageMatching(".*The peer broke off the TLS .* alert (decrypt_error|unknown_ca).*");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theRightOneIsLetIn(int version) throws Exception {
        use(as(PKI.client("me")));
        assertThat(get(haproxy.port(version), "/").status()).isEqualTo(200);
    }

    /** In TLS 1.3 a server refuses after the handshake, when the next hop has already begun its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain(%1$s) > tls(own) > tls(own)",
                "plain > tls(own) > connect(%1$s) > tls(own)",
                "plain > tls(own) > socks5(%1$s) > tls(own)"
            })
    void whoeverRefusesIsNamedWhateverIsOverIt(String route) {
        // Any name will do: the proxy is known by its address, for which no certificate is.
        use(trusting(PKI).withHostChecked(false));
        HttpFailure failure = failure(
                Request.get("https://" + HOST + "/").withRoute(route.formatted("127.0.0.1:" + haproxy.port(1))));
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure)
                .hasMessageMatching("hop 2 of \\d, tls\\(own\\) to .*: The peer broke off the TLS connection"
                        + " with the alert certificate_required");
    }

    private HttpFailure brokenOff(int version) {
        HttpFailure failure = failure(request(HOST, haproxy.port(version), "/"));
        assertThat(failure.code()).isEqualTo(596);
        return failure;
    }

    private static TlsProfile as(Issued client) {
        return trusting(PKI).withIdentities(List.of(identity("*", client)));
    }

    private static Identity identity(String hosts, Issued client) {
        return new Identity(hosts, client.key(), client.chain());
    }
}
