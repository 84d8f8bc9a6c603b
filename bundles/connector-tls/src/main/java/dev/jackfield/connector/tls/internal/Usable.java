package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.TlsProfile;
import java.util.List;

/** Whether a profile could ever come to a handshake: told when it is plugged in, and not by each connection. */
final class Usable {
    /** What suites before TLS 1.3 have in their names (RFC 8446 appendix B.4). */
    private static final String BEFORE_13 = "_WITH_";

    /** Names that stand for no suite (RFC 5746 section 3.3). */
    private static final String SIGNAL = "_SCSV";

    private Usable() {}

    /**
     * Checks; that costs nothing for the suites and the provider that are usual.
     *
     * @throws IllegalArgumentException if parts contradict each other, or the provider is not there or knows no suite
     */
    static void check(TlsProfile profile) {
        if (!profile.provider().isEmpty()) {
            Jsse.provider(profile.provider());
        }
        if (profile.ciphers().isEmpty()) {
            return;
        }
        List<String> suites = profile.ciphers().stream()
                .filter(suite -> fits(suite, profile.protocols()))
                .toList();
        if (suites.isEmpty()) {
            throw new IllegalArgumentException("protocols and ciphers: expected a suite of one of the versions, got "
                    + profile.protocols() + " and " + profile.ciphers());
        }
        boolean usual = profile.provider().isEmpty() && profile.ciphers().equals(TlsProfile.HIGH_CIPHERS);
        if (!usual) {
            List<String> known = Jsse.ciphers(profile.provider());
            if (suites.stream().noneMatch(known::contains)) {
                throw Jsse.unknown(known, suites);
            }
        }
    }

    private static boolean fits(String suite, List<String> protocols) {
        return !suite.endsWith(SIGNAL) && protocols.contains(suite.contains(BEFORE_13) ? "TLSv1.2" : "TLSv1.3");
    }
}
