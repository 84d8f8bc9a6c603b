package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The managers of trust and keys that a profile asks for. Reads files, so not for loops. */
final class Managers {
    private static final char[] NO_PASSWORD = {};

    private Managers() {}

    static TrustManager[] trust(TlsProfile profile) throws GeneralSecurityException, IOException {
        if (profile.trust() instanceof Trust.Anyone) {
            return new TrustManager[] {new AnyoneManager()};
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(profile.trust() instanceof Trust.Authorities some ? store(some) : null);
        return factory.getTrustManagers();
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

    private static KeyStore store(Trust.Authorities authorities) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate certificate : authorities.certificates()) {
            store.setCertificateEntry("authority" + number++, certificate);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
