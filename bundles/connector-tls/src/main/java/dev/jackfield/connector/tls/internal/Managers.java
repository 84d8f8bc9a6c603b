package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.internal.trust.ServerTrust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;

/** The managers of trust and keys that a profile asks for. Reads files, so not for loops. */
final class Managers {
    private static final char[] NO_PASSWORD = {};

    private Managers() {}

    static TrustManager[] trust(TlsProfile profile) throws GeneralSecurityException {
        return new TrustManager[] {new ServerTrust(profile, InstantSource.system())};
    }

    static KeyManager[] keys(TlsProfile profile) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Identity identity : profile.identities()) {
            store.setKeyEntry(
                    "identity" + number++,
                    identity.key(),
                    NO_PASSWORD,
                    identity.chain().toArray(X509Certificate[]::new));
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
