package dev.jackfield.connector.tls;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.tls.internal.keys.Hosts;
import dev.jackfield.connector.tls.internal.keys.KeyFiles;
import dev.jackfield.connector.tls.internal.keys.KeyPairs;
import dev.jackfield.connector.tls.internal.keys.Pem;
import dev.jackfield.connector.tls.internal.keys.Pkcs12;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * Whom to be, where the peer wants to know: a client certificate and its key. <i>Immutable.</i>
 *
 * @param hosts for which peers, as a {@link HostPattern} without a port: {@code *} for all, {@code *.example} for all names
 *     below {@code example}, otherwise exactly this name or address, or a block of addresses. Addresses of IPv6 may do
 *     without brackets. Kept in the one form in which patterns are printed
 * @param key the private key of the first certificate; never printed
 * @param chain the certificate, then those of the authorities between it and the root; at least one
 */
public record Identity(String hosts, PrivateKey key, List<X509Certificate> chain) {
    private static final char[] NO_PASSWORD = {};

    /**
     * Checks for emptiness, and reads the pattern.
     *
     * @throws IllegalArgumentException if there is no certificate, or the pattern is none that a host could fit
     */
    public Identity {
        hosts = Hosts.pattern(hosts);
        Objects.requireNonNull(key, "key");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("Expected a chain of certificates for \"" + hosts + "\", got none");
        }
    }

    /**
     * From PEM texts (RFC 7468). Both may be one; of keys there is to be only one.
     *
     * @param hosts for which peers
     * @param certificates the certificate, then those of its issuers
     * @param key as PKCS #8, plain or encrypted, or as {@code RSA PRIVATE KEY} or {@code EC PRIVATE KEY}
     * @param password of an encrypted key, else empty; is not kept
     * @return whom to be
     * @throws IllegalArgumentException if something is missing, broken or not of the other; tells the line, and nothing of
     *     the key
     */
    public static Identity pem(String hosts, String certificates, String key, char[] password) {
        return matching(hosts, Pem.key(key, password), Pem.certificates(certificates));
    }

    /**
     * From PEM files, with a key that is not encrypted. Blocks.
     *
     * @param hosts for which peers
     * @param certificates the certificate, then those of its issuers; at most 1 MiB
     * @param key as PKCS #8, or as {@code RSA PRIVATE KEY} or {@code EC PRIVATE KEY}; may be the same file
     * @return whom to be
     * @throws IOException if a file cannot be read, or something in it is missing or broken; tells the line, and nothing
     *     of the key
     * @throws IllegalArgumentException if the key is not that of the certificate, or the pattern is none
     */
    public static Identity pem(String hosts, Path certificates, Path key) throws IOException {
        return pem(hosts, certificates, key, NO_PASSWORD);
    }

    /**
     * From PEM files. Both may be one; of keys there is to be only one. Blocks.
     *
     * @param hosts for which peers
     * @param certificates the certificate, then those of its issuers; at most 1 MiB
     * @param key as PKCS #8, plain or encrypted, or as {@code RSA PRIVATE KEY} or {@code EC PRIVATE KEY}
     * @param password of an encrypted key, else empty; is not kept
     * @return whom to be
     * @throws IOException if a file cannot be read, or something in it is missing or broken; tells the line, and nothing
     *     of the key
     * @throws IllegalArgumentException if the key is not that of the certificate, or the pattern is none
     */
    public static Identity pem(String hosts, Path certificates, Path key, char[] password) throws IOException {
        return matching(
                hosts,
                KeyFiles.read(key, text -> Pem.key(text, password)),
                KeyFiles.read(certificates, Pem::certificates));
    }

    /**
     * From a PKCS #12 file (RFC 7292). Blocks.
     *
     * @param hosts for which peers
     * @param file with one key and its certificates
     * @param password of the file; is not kept
     * @return whom to be
     * @throws IOException if it cannot be read, there is none or several, or the password is wrong
     * @throws IllegalArgumentException if the key is not that of the certificate, or the pattern is none
     */
    public static Identity pkcs12(String hosts, Path file, char[] password) throws IOException {
        Pkcs12.Entry entry = Pkcs12.key(file, password);
        return matching(hosts, entry.key(), entry.chain());
    }

    private static Identity matching(String hosts, PrivateKey key, List<X509Certificate> chain) {
        KeyPairs.check(key, chain.get(0));
        return new Identity(hosts, key, chain);
    }

    /**
     * Tells whether this is whom to be for a peer.
     *
     * @param host its name or address
     * @return true if the pattern fits; one with a {@code *} before a name never fits an address
     */
    public boolean suits(String host) {
        return Hosts.have(hosts, host);
    }

    /** For people to read, without the key. */
    @Override
    public String toString() {
        return "Identity[" + hosts + ", " + chain.get(0).getSubjectX500Principal() + "]";
    }
}
