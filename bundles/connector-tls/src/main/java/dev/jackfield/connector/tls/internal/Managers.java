package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.internal.keys.IdentityManager;
import dev.jackfield.connector.tls.internal.trust.ServerTrust;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** The managers of trust and keys that a profile asks for. The platform's authorities are read from a file, so not for loops. */
final class Managers {
    private Managers() {}

    static TrustManager[] trust(TlsProfile profile) throws GeneralSecurityException {
        return new TrustManager[] {new ServerTrust(profile, InstantSource.system())};
    }

    static KeyManager[] keys(TlsProfile profile) {
        return new KeyManager[] {new IdentityManager(profile.identities())};
    }
}
