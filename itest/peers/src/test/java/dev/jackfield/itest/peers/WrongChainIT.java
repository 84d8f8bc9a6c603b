package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.connector.tls.certificates.Wrong;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Each chain that is wrong, served by a real nginx: refused, with an error that says why, by whoever verifies; taken by
 * whoever does not. All but the one with MD5, which OpenSSL does not show to clients that would not accept it.
 */
class WrongChainIT extends Encrypted {
    private static final TestPki PKI = TestPki.of(HOST);

    @TempDir
    static Path folder;

    private static SecureSites sites;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        Peers.require("nginx", Nginx.installed());
        sites = new SecureSites(folder);
        for (Wrong wrong : Wrong.values()) {
            wrong.chain(PKI).writePem(folder, wrong.name());
            sites.add(wrong.name(), wrong.name(), "");
        }
        nginx = sites.start(
                // Otherwise nginx itself would not have some of them.
                "ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers DEFAULT:@SECLEVEL=0;",
                "location / { return 204; }",
                Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MD5")
    void isRefused(Wrong wrong) {
        use(trusting(PKI));
        assertThat(refusal(sites.port(wrong.name())))
                .hasMessageContaining("The certificate of the peer is refused: ")
                .hasMessageContaining(wrong.says());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MD5")
    void isTakenByWhoTrustsAnyone(Wrong wrong) throws Exception {
        assertThat(get(request(HOST, sites.port(wrong.name()), "/").withTls(Link.of("tls", "low")))
                        .status())
                .isEqualTo(204);
    }
}
