package dev.jackfield.connector.tls.internal.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys one of which has to be in the checked chain (RFC 7469 section 2.6), the authority's among them. <i>Immutable.</i>
 *
 * @param hashes SHA-256 of the SubjectPublicKeyInfo, in Base64; none if any key will do
 */
public record Pins(Set<String> hashes) {

    /** These, however their padding is written. */
    public static Pins of(List<String> pins) {
        return new Pins(pins.stream()
                .map(pin ->
                        Base64.getEncoder().encodeToString(Base64.getDecoder().decode(pin)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The pin of a certificate's key. */
    public static String pin(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java platform", e);
        }
    }

    void check(Path path) throws Flaw {
        if (!hashes.isEmpty() && path.all().stream().map(Pins::pin).noneMatch(hashes::contains)) {
            throw new Flaw("Pin: expected one of the " + hashes.size() + " pinned keys, got "
                    + path.all().stream()
                            .map(one -> Shown.subject(one) + " with " + pin(one))
                            .collect(Collectors.joining(", ")));
        }
    }
}
