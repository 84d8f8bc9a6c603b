package dev.jackfield.connector.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whose word for who the peer is will do. <i>Immutable.</i> */
public sealed interface Trust {

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
