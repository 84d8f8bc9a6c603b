package dev.jackfield.connector.tls.internal.trust;

import dev.jackfield.connector.tls.Trust;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose word will do, ready for use. <i>Immutable.</i> */
sealed interface Believed {

    Authorities authorities();

    /** A last word on a path that was found. */
    default void consent(Path path) throws CertificateException {}

    static Believed by(Trust trust) throws CertificateException {
        if (trust instanceof Trust.Authorities some) {
            return new Some(new Authorities(some.certificates()));
        }
        return trust instanceof Trust.Platform ? platform() : new Everybody();
    }

    private static Believed platform() throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            X509TrustManager manager = Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new CertificateException("Expected authorities of the platform, got none"));
            return new Platform(manager, new Authorities(List.of(manager.getAcceptedIssuers())));
        } catch (GeneralSecurityException e) {
            throw new CertificateException("The authorities of the platform cannot be read: " + e.getMessage(), e);
        }
    }

    /** A few. */
    record Some(Authorities authorities) implements Believed {}

    /** The platform's. It has a last word, as it distrusts some of its authorities from a day on. */
    record Platform(X509TrustManager manager, Authorities authorities) implements Believed {
        private static final String CHECKED_ALREADY = "UNKNOWN";

        @Override
        public void consent(Path path) throws CertificateException {
            List<X509Certificate> certificates = path.certificates().isEmpty() ? path.all() : path.certificates();
            try {
                manager.checkServerTrusted(certificates.toArray(X509Certificate[]::new), CHECKED_ALREADY);
            } catch (CertificateException e) {
                throw new Flaw(
                        "Untrusted: the Java platform refuses " + Shown.subject(certificates.get(0)) + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /** Anyone. */
    record Everybody() implements Believed {
        @Override
        public Authorities authorities() {
            return new Authorities(List.of());
        }
    }
}
