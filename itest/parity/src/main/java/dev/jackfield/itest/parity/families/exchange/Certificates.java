package dev.jackfield.itest.parity.families.exchange;

import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Mint;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The servers of the vectors, and who trusts them. */
final class Certificates {
    /** The profile that trusts the authority of all servers. */
    static final String CA = "ca";

    /** The profile that trusts another one. */
    static final String OTHER_CA = "other";

    private static final char[] PASSWORD = "vectors".toCharArray();

    private final TestPki pki = TestPki.of("a.test");
    private final Map<String, SSLContext> contexts = new HashMap<>();
    private final TestPki otherPki = TestPki.of("other.test");
    private final Tls strict = layer();
    private final Tls friendly = layer();

    Certificates() {
        friendly.plug(Tls.HIGH, 0, trusting(pki));
    }

    /**
     * {@code tls}, which knows {@code low}, {@code high} and the two from here.
     *
     * @param trusted whether {@code high}, which is the default, trusts the authority, too: the original's default trusts
     *     anybody, and most vectors rely on that without being about it
     */
    Tls layer(boolean trusted) {
        return trusted ? friendly : strict;
    }

    /** A server's end of a connection. */
    SSLEngine engine(String name) {
        SSLEngine engine = contexts.computeIfAbsent(name, this::context).createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    private Tls layer() {
        Tls layer = Tls.open();
        layer.plug(CA, 0, trusting(pki));
        layer.plug(OTHER_CA, 0, trusting(otherPki));
        return layer;
    }

    private static TlsProfile trusting(TestPki authority) {
        return TlsProfile.high().withTrust(new Trust.Authorities(List.of(authority.trusted())));
    }

    private SSLContext context(String name) {
        Issued issued = mint(name).signedBy(pki.issuer());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", issued.key(), PASSWORD, issued.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mint mint(String name) {
        return switch (name) {
            case "a" -> Mint.server("CN=a", "a.test", "*.wild.test").ip("127.0.0.1");
            case "cnonly" -> Mint.server("CN=cn.test");
            case "other" -> Mint.server("CN=other", "other.test");
            case "partial" -> Mint.server("CN=partial", "w*w.part.test");
            default -> throw new IllegalStateException("Expected a, cnonly, other or partial, got " + name);
        };
    }
}
