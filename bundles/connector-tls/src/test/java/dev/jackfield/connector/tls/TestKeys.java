package dev.jackfield.connector.tls;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.Mint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;

/** An authority, and a server for {@code origin.example}, {@code *.chain.example} and 127.0.0.1. */
public final class TestKeys {
    private static final char[] NO_PASSWORD = {};
    private static final Issued ROOT = Mint.authority("CN=Jackfield test root").selfSigned();
    private static final Issued SERVER = Mint.server("CN=Jackfield test", "origin.example", "*.chain.example")
            .ip("127.0.0.1")
            .signedBy(ROOT);
    private static final Issued CLIENT = Mint.client("CN=Jackfield client").signedBy(ROOT);

    private TestKeys() {}

    /** A profile that trusts the server's authority. */
    public static TlsProfile profile() {
        return TlsProfile.high().withTrust(new Trust.Authorities(List.of(ROOT.certificate())));
    }

    /** Whom to be as a client that servers trust. */
    public static Identity identity(String hosts) {
        return new Identity(hosts, CLIENT.key(), CLIENT.chain());
    }

    /** For a server, that also trusts clients of the same authority. */
    public static SSLContext server() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(
                    "server", SERVER.key(), NO_PASSWORD, SERVER.chain().toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, NO_PASSWORD);
            store.setCertificateEntry("root", ROOT.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An engine for a client that trusts the server. */
    public static SSLEngine client() {
        SSLEngine engine = server().createSSLEngine();
        engine.setUseClientMode(true);
        return engine;
    }
}
