package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostName;
import dev.jackfield.connector.tls.Sni;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.Request;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One port, several names, a certificate for each. */
class ServerNameIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        PKI.server().writePem(folder, "default");
        Mint.server("CN=a", "a.test").signedBy(PKI.issuer()).writePem(folder, "a");
        Mint.server("CN=b", "b.test", "*.b.test").signedBy(PKI.issuer()).writePem(folder, "b");
        sites = new SecureSites(folder)
                .add("all", "default", "server_name _;")
                .add("all", "a", "server_name a.test;")
                .add("all", "b", "server_name b.test *.b.test;");
        nginx = sites.start("", "location / { return 200 \"$server_name told $ssl_server_name\"; }", Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    ServerNameIT() {
        use(trusting(PKI));
    }

    @Test
    void eachNameGetsItsCertificate() throws Exception {
        assertThat(told(HOST)).isEqualTo("_ told origin.test");
        assertThat(told("a.test")).isEqualTo("a.test told a.test");
        assertThat(told("b.test")).isEqualTo("b.test told b.test");
        assertThat(told("deep.b.test")).isEqualTo("b.test told deep.b.test");
    }

    @Test
    void namesAreToldWithoutTheFinalDot() throws Exception {
        assertThat(told("a.test.")).isEqualTo("a.test told a.test");
    }

    @Test
    void addressesAreNotTold() throws Exception {
        Request byAddress = Request.get("https://127.0.0.1:" + sites.port("all") + "/");
        assertThat(get(byAddress).text()).isEqualTo("_ told ");
    }

    @Test
    void whoIsToldNothingShowsItsDefault() throws Exception {
        use(trusting(PKI).withSni(new Sni.None()));
        assertThat(told(HOST)).isEqualTo("_ told ");
        assertThat(failure(request("a.test", sites.port("all"), "/")))
                .hasMessageContaining("a.test")
                .hasMessageContaining("got one for origin.test");
    }

    @Test
    void whoIsToldAnotherNameShowsAnotherCertificate() throws Exception {
        use(trusting(PKI).withSni(new Sni.Other(HostName.of("b.test"))));
        assertThat(failure(request("a.test", sites.port("all"), "/"))).hasMessageContaining("got one for b.test");
        use(trusting(PKI).withSni(new Sni.Other(HostName.of("b.test"))).withHostChecked(false));
        // The Host field is another matter.
        assertThat(told("a.test")).isEqualTo("a.test told b.test");
    }

    private String told(String host) throws Exception {
        return get(request(host, sites.port("all"), "/")).text();
    }
}
