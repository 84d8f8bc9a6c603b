package dev.jackfield.http.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hashes of RFC 7616 section 6.1, the strongest first. */
enum DigestAlgorithm {
    SHA_512_256("SHA-512-256", "SHA-512/256"),
    SHA_256("SHA-256", "SHA-256"),
    MD5("MD5", "MD5");

    private final String token;
    private final String inJdk;

    DigestAlgorithm(String token, String inJdk) {
        this.token = token;
        this.inJdk = inJdk;
    }

    /** By its name in challenges, if this JDK has it. */
    static Optional<DigestAlgorithm> named(String token) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token) && algorithm.digest().isPresent()) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The hash of texts with colons between them, one octet for each character, in hex. */
    String of(String... texts) {
        byte[] octets = String.join(":", texts).getBytes(StandardCharsets.ISO_8859_1);
        return HexFormat.of().formatHex(digest().orElseThrow().digest(octets));
    }

    private Optional<MessageDigest> digest() {
        try {
            return Optional.of(MessageDigest.getInstance(inJdk));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }
}
