package dev.jackfield.connector.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whom to be, where the peer wants to know: a client certificate and its key. <i>Immutable.</i>
 *
 * @param hosts for which peers: {@code *} for all, {@code *.example} for all names below {@code example}, otherwise
 *     exactly this name (its ASCII form) or address
 * @param key the private key of the first certificate; never printed
 * @param chain the certificate, then those of the authorities between it and the root; at least one
 */
public record Identity(String hosts, PrivateKey key, List<X509Certificate> chain) {
    /**
     * Checks for emptiness.
     *
     * @throws IllegalArgumentException if there is no certificate, or no pattern
     */
    public Identity {
        hosts = hosts.toLowerCase(Locale.ROOT);
        Objects.requireNonNull(key, "key");
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("Expected a chain of certificates for \"" + hosts + "\", got none");
        }
        if (hosts.isEmpty() || hosts.indexOf('*', 1) > 0 || hosts.startsWith("*") && !hosts.matches("\\*(\\..+)?")) {
            throw new IllegalArgumentException("Expected a host, \"*\" or \"*.\" and a name, got \"" + hosts + "\"");
        }
    }

    /**
     * Tells whether this is whom to be for a peer.
     *
     * @param host its name or address, without a final dot
     * @return true if the pattern fits
     */
    public boolean suits(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return hosts.equals("*") || (hosts.startsWith("*") ? lower.endsWith(hosts.substring(1)) : lower.equals(hosts));
    }

    /** For people to read, without the key. */
    @Override
    public String toString() {
        return "Identity[" + hosts + ", " + chain.get(0).getSubjectX500Principal() + "]";
    }
}
