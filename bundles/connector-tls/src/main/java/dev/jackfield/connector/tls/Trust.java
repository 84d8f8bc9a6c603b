package dev.jackfield.connector.tls;

import dev.jackfield.connector.tls.internal.keys.KeyFiles;
import dev.jackfield.connector.tls.internal.keys.Pem;
import dev.jackfield.connector.tls.internal.keys.Pkcs12;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whose word for who the peer is will do. <i>Immutable.</i> */
public sealed interface Trust {

    /**
     * The authorities of a PEM text (RFC 7468). What is no certificate is skipped.
     *
     * @param text with certificates
     * @return who is trusted
     * @throws IllegalArgumentException if there is none, or one is broken; tells the line
     */
    static Authorities pem(String text) {
        return new Authorities(Pem.certificates(text));
    }

    /**
     * The authorities of a PEM file (RFC 7468). What is no certificate is skipped. Blocks.
     *
     * @param file with certificates, at most 1 MiB
     * @return who is trusted
     * @throws IOException if it cannot be read, there is none, or one is broken; tells the line
     */
    static Authorities pem(Path file) throws IOException {
        return KeyFiles.read(file, Trust::pem);
    }

    /**
     * The authorities of a PKCS #12 file (RFC 7292): the certificates that are marked as trusted there. Blocks.
     *
     * @param file such as keytool makes
     * @param password of the file; is not kept
     * @return who is trusted
     * @throws IOException if it cannot be read, there is none, or the password is wrong
     */
    static Authorities pkcs12(Path file, char[] password) throws IOException {
        return new Authorities(Pkcs12.certificates(file, password));
    }

    /** The authorities that the Java platform knows. <i>Immutable.</i> */
    record Platform() implements Trust {}

    /**
     * These authorities, and no others. <i>Immutable.</i>
     *
     * @param certificates of the authorities, at least one
     */
    record Authorities(List<X509Certificate> certificates) implements Trust {
        /**
         * Checks that there is one.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Authorities {
            certificates = List.copyOf(certificates);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("Expected certificates of authorities, got none");
            }
        }

        /** Their names. */
        @Override
        public String toString() {
            return "Authorities"
                    + certificates.stream()
                            .map(X509Certificate::getSubjectX500Principal)
                            .toList();
        }
    }

    /** Anyone's, even that of nobody: whoever is on the way can read and change everything. <i>Immutable.</i> */
    record Anyone() implements Trust {}
}
