package dev.jackfield.itest.origin;

import dev.jackfield.connector.tls.certificates.Issued;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority, and origins on 127.0.0.1 with its certificate. */
public final class Certified {
    private static final char[] NO_PASSWORD = {};

    private final TestPki pki = TestPki.of("origin.test");

    /** Writes the certificate of the authority into a new file in this directory. */
    public Path root(Path directory) throws IOException {
        return Files.writeString(directory.resolve("root.pem"), Issued.pem(pki.trusted()));
    }

    /** An origin that answers {@link Origin#BODY}. */
    public Origin origin() throws IOException, GeneralSecurityException {
        Issued server = pki.server();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("server", server.key(), NO_PASSWORD, server.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return Origin.secure(context, any -> Origin.BODY);
    }
}
